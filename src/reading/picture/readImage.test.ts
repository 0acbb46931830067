import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { written } from '../../../test/support/drawnPdf.js';
import { drawnPng } from '../../../test/support/pictures.js';
import { sequenceHeader } from '../../model/imageSequence.js';
import type { PageReading } from '../../model/page.js';
import { openReader, type Reader } from '../openReader.js';
import { surveySource } from '../source/openSource.js';

const lines = [
  'Sở Mẫu đã ban hành Kế hoạch số 718/KH-SM ngày 03/3/2023 về công tác',
  'phòng, chống tham nhũng; tổ chức 07 lớp tập huấn cho cán bộ, công chức',
  'và kiểm tra 12 đơn vị trực thuộc trong năm 2023.',
];
const report = written([...lines, ...lines]);
const blank = drawnPng(() => {});
const png = drawnPng(report);

const textOf = (page: PageReading) => page.lines.map(({ words }) => words.map(({ text }) => text).join(' ')).join('\n');
const middleOf = (page: PageReading) => {
  const [left = 0, top = 0, right = 0, bottom = 0] =
    page.lines.flatMap(({ words }) => words).find(({ text }) => text === '718/KH-SM')?.box ?? [];
  return [(left + right) / 2, (top + bottom) / 2];
};
const pagesOf = async (...pages: Buffer[]) =>
  sharp(pages, { join: { animated: true } })
    .tiff({ compression: 'lzw' })
    .withMetadata({ density: 200 })
    .toBuffer();

let reader: Reader;
beforeAll(async () => {
  reader = await openReader();
});
afterAll(() => reader.close());

describe('an image', () => {
  const as = (make: (image: Sharp) => Sharp) => make(sharp(png)).toBuffer();
  it.each([
    ['a PNG', async () => png],
    ['a JPEG', () => as((image) => image.jpeg())],
    ['a JPEG in CMYK', () => as((image) => image.toColourspace('cmyk').jpeg())],
    ['a PNG of 16 bits', () => as((image) => image.toColourspace('rgb16').png())],
    ['a PNG of black on nothing', () => as((image) => image.unflatten().png())],
    [
      'a TIFF as fax machines pack it',
      () => as((image) => image.flatten().toColourspace('b-w').tiff({ compression: 'ccittfax4', bitdepth: 1 })),
    ],
  ])('%s is read as one page, its words in their places', async (_case, make) => {
    const bytes = await make();
    expect((await surveySource(bytes)).pages).toEqual([{ number: 1, width: 1653, height: 2339, rotation: 0 }]);
    const page = await reader.read(bytes, 1);
    expect(page).toMatchObject({ number: 1, origin: 'ocr', reason: 'no-text-layer', unread: [] });
    expect(textOf(page)).toContain('718/KH-SM ngày 03/3/2023');
    const [across = 0, down = 0] = middleOf(page);
    expect(across).toBeCloseTo(0.543, 1);
    expect(Math.abs(down * 842 - 86)).toBeLessThan(6);
  });

  it('of 400 dots an inch is a page of its paper’s size', async () => {
    const bytes = await sharp(drawnPng(report, 400)).withMetadata({ density: 400 }).jpeg().toBuffer();
    expect((await surveySource(bytes)).pages[0]).toMatchObject({ width: 1653, height: 2339 });
    expect(textOf(await reader.read(bytes, 1))).toContain('718/KH-SM');
  });

  it.each([72, 96, 1, 9_999])('whose resolution of %i nobody set is taken for A4', async (density) => {
    const bytes = await sharp(png).withMetadata({ density }).jpeg().toBuffer();
    expect((await surveySource(bytes)).pages[0]).toMatchObject({ width: 1653, height: 2339 });
  });

  it.each([
    [6, 270],
    [3, 180],
    [8, 90],
  ] as const)('that the camera turned (EXIF %i) stands upright', async (orientation, back) => {
    const bytes = await sharp(await sharp(png).rotate(back).toBuffer())
      .withMetadata({ orientation })
      .jpeg()
      .toBuffer();
    const page = await reader.read(bytes, 1);
    expect(page).toMatchObject({ width: 1653, height: 2339, rotation: (360 - back) % 360 });
    expect(textOf(page)).toContain('718/KH-SM');
    expect((middleOf(page)[1] ?? 0) * 842).toBeCloseTo(86, -1);
  });

  it('laid on its side is turned by its print', async () => {
    const page = await reader.read(await sharp(png).rotate(90).png().toBuffer(), 1);
    expect(page).toMatchObject({ rotation: 270, width: 1653, height: 2339 });
    expect(textOf(page)).toContain('718/KH-SM');
  });

  it('of nothing is a blank page', async () => {
    expect(await reader.read(blank, 1)).toMatchObject({ origin: 'blank', lines: [] });
  });

  it('over the limit of pixels is refused before it is unpacked', async () => {
    const small = await openReader({ limits: { pixelsPerImage: 1_000_000 } });
    await expect(small.read(png, 1)).rejects.toMatchObject({ code: 'page-too-large' });
    await small.close();
  });

  it('cut short is unreadable, and not half a page', async () => {
    const jpeg = await sharp(png).jpeg().toBuffer();
    await expect(reader.read(jpeg.subarray(0, jpeg.length / 2), 1)).rejects.toMatchObject({ code: 'page-unreadable' });
  });

  it('of which only the first bytes are left is truncated', async () => {
    await expect(surveySource(png.subarray(0, 20))).rejects.toMatchObject({ code: 'truncated' });
  });
});

describe('images of several pages', () => {
  it('a TIFF is a page for each of its images', async () => {
    const bytes = await pagesOf(png, blank);
    expect((await surveySource(bytes)).pages.map(({ number, width }) => [number, width])).toEqual([
      [1, 1653],
      [2, 1653],
    ]);
    expect((await reader.read(bytes, 2)).origin).toBe('blank');
    expect(textOf(await reader.read(bytes, 1))).toContain('718/KH-SM');
    await expect(surveySource(bytes, { pages: 1 })).rejects.toMatchObject({ code: 'too-many-pages' });
  });

  it('a sequence is a page for each image, its missing and damaged ones told apart', async () => {
    const tiff = await pagesOf(blank, png);
    const members = [png, Buffer.alloc(0), Buffer.from('\xff\xd8\xffxyz', 'latin1'), tiff];
    const names = ['1.png', '2', '3.jpg', '4.tif'];
    const header = sequenceHeader(members.map(({ length }, at) => ({ name: names[at] ?? '', bytes: length })));
    const bytes = Uint8Array.from(Buffer.concat([header, ...members]));
    const { pages } = await surveySource(bytes);
    expect(pages.map(({ width }) => width)).toEqual([1653, 0, 0, 1653, 1653]);
    expect(textOf(await reader.read(bytes, 1))).toContain('718/KH-SM');
    await expect(reader.read(bytes, 2)).rejects.toMatchObject({ code: 'page-missing' });
    await expect(reader.read(bytes, 3)).rejects.toMatchObject({ code: 'page-unreadable' });
    expect((await reader.read(bytes, 4)).origin).toBe('blank');
    expect(textOf(await reader.read(bytes, 5))).toContain('718/KH-SM');
  });
});
