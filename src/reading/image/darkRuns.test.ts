import { describe, expect, it } from 'vitest';
import type { PixelArea } from './cutOut.js';
import { darkRuns, runsDown, runsOutside } from './darkRuns.js';
import type { GreyImage } from './GreyImage.js';

/** Numbers that look drawn by lot and are the same in every run. */
function lots(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
}

function drawn(draw: (below: number) => number, byteOffset = 0): GreyImage {
  const [width, height] = [20 + draw(20), 10 + draw(10)];
  const data = new Uint8Array(new ArrayBuffer(byteOffset + width * height), byteOffset);
  for (let at = 0; at < data.length; at++) data[at] = draw(3) === 0 ? draw(128) : 255;
  return { width, height, data };
}

function pixelByPixel({ width, height, data }: GreyImage, areas: readonly PixelArea[]): readonly string[] {
  const isDark = (x: number, y: number): boolean =>
    (data[y * width + x] ?? 255) < 128 &&
    !areas.some(({ left, top, right, bottom }) => x >= left && x < right && y >= top && y < bottom);
  return Array.from({ length: height }, (_row, y) =>
    Array.from({ length: width }, (_point, x) => (isDark(x, y) ? '#' : '.')).join(''),
  );
}

function painted(runs: ReturnType<typeof darkRuns>, width: number): readonly string[] {
  return Array.from({ length: runs.height }, (_row, y) => {
    const row = Array.from({ length: width }, () => '.');
    for (let run = runs.starts[y] ?? 0; run < (runs.starts[y + 1] ?? 0); run++) {
      row.fill('#', runs.lefts[run], runs.rights[run]);
    }
    return row.join('');
  });
}

describe('darkRuns', () => {
  it.each([0, 1, 2, 3])('holds every dark pixel and no other, also where bytes start %i off', (byteOffset) => {
    for (let seed = 1; seed <= 20; seed++) {
      const image = drawn(lots(seed), byteOffset);
      expect(painted(darkRuns(image, 128), image.width)).toEqual(pixelByPixel(image, []));
    }
  });

  it('holds the same pixels along the columns', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const image = drawn(lots(seed));
      const rows = painted(runsDown(darkRuns(image, 128), image.width), image.height);
      const columns = Array.from({ length: image.width }, (_column, x) => rows[x]?.split('') ?? []);
      const upright = Array.from({ length: image.height }, (_row, y) => columns.map((column) => column[y]).join(''));
      expect(upright).toEqual(pixelByPixel(image, []));
    }
  });

  it('leaves out what areas cover, which may overlap and reach over the edge', () => {
    for (let seed = 1; seed <= 50; seed++) {
      const draw = lots(seed);
      const image = drawn(draw);
      const areas = Array.from({ length: draw(8) }, (): PixelArea => {
        const [left, top] = [draw(image.width) - 5, draw(image.height) - 3];
        return { left, top, right: left + draw(15), bottom: top + draw(9) };
      });
      expect(painted(runsOutside(darkRuns(image, 128), areas), image.width)).toEqual(pixelByPixel(image, areas));
    }
  });
});
