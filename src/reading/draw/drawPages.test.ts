import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../pipeline/packageRoot.js';
import { drawPages } from './drawPages.js';

const report = path.join(packageRoot, 'fixtures', 'reports', '01-so-thuy-san.pdf');
const upright = (number: number) => ({ number, rotation: 0 });

describe('drawPages', () => {
  it('draws the pages asked for, upright and with ink on them', async () => {
    const drawn = await drawPages(report, [upright(2), { number: 1, rotation: 90 }]);
    const sizes = await Promise.all(drawn.map(({ webp }) => sharp(webp).metadata()));
    expect(sizes.map(({ format, width, height }) => [format, width < height])).toEqual([
      ['webp', true],
      ['webp', false],
    ]);
    const stats = await sharp(drawn[0]?.webp).stats();
    expect(stats.channels[0]).toMatchObject({ max: 255 });
    expect(stats.channels[0]?.min).toBeLessThan(100);
  });

  it('leaves out a page that is not there', async () => {
    const drawn = await drawPages(report, [upright(99), upright(1)]);
    expect(drawn.map(({ number }) => number)).toEqual([1]);
  });

  it('draws an image as its one page, turned as asked', async () => {
    const image = await sharp({ create: { width: 400, height: 200, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    const [page] = await drawPages(image, [{ number: 1, rotation: 90 }]);
    const { width, height } = await sharp(page?.webp).metadata();
    expect([width, height]).toEqual([700, 1400]);
  });
});
