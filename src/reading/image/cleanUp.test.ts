import { describe, expect, it } from 'vitest';
import { cutOut } from './cutOut.js';
import { detectSkew } from './detectSkew.js';
import { divideBackground } from './divideBackground.js';
import { findComponents } from './findComponents.js';
import type { GreyImage } from './GreyImage.js';
import { inkThreshold } from './inkThreshold.js';
import { measureNoise } from './measureNoise.js';
import { median3 } from './median3.js';
import { scaleImage } from './scaleImage.js';
import { separateInk } from './separateInk.js';
import { turnImage } from './turnImage.js';

const paper = (width: number, height: number, level = 255): GreyImage => ({
  width,
  height,
  data: new Uint8Array(width * height).fill(level),
});

function fill(image: GreyImage, left: number, top: number, right: number, bottom: number, level = 0): GreyImage {
  for (let y = top; y < bottom; y++) image.data.fill(level, y * image.width + left, y * image.width + right);
  return image;
}

/** Lines of small blocks, like words, that stand under one another nowhere. */
function page(width = 800, height = 1000): GreyImage {
  const image = paper(width, height);
  for (let y = 80; y < height - 80; y += 34) {
    for (let x = 90 + ((y * 7) % 19); x < width - 90; x += 22) fill(image, x, y, x + 14, y + 16);
  }
  return image;
}

/** The same every time: a page's grain must not make a test come and go. */
function grainy(image: GreyImage, strength: number): GreyImage {
  let seed = 1;
  const data = image.data.map((level) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.min(255, Math.max(0, level + ((seed / 2147483648) * 2 - 1) * strength));
  });
  return { ...image, data };
}

describe('measureNoise', () => {
  it('tells clean paper from grainy paper', () => {
    const image = fill(paper(300, 300, 235), 50, 50, 200, 200);
    expect(measureNoise(image)).toBeLessThan(0.5);
    expect(measureNoise(grainy(image, 12))).toBeGreaterThan(3);
  });

  it('takes the edges of print for no grain', () => {
    expect(measureNoise(page())).toBe(0);
  });
});

describe('median3', () => {
  it('removes single specks and keeps strokes of two pixels', () => {
    const image = fill(fill(paper(20, 20), 3, 3, 4, 4), 10, 2, 12, 18);
    const clean = median3(image);
    expect(clean.data[3 * 20 + 3]).toBe(255);
    expect(clean.data[10 * 20 + 10]).toBe(0);
    expect(clean.data[10 * 20 + 11]).toBe(0);
  });

  it('gives the middle one of nine', () => {
    const image = { width: 3, height: 3, data: Uint8Array.of(9, 1, 8, 2, 7, 3, 6, 4, 5) };
    expect(median3(image).data[4]).toBe(5);
  });
});

describe('divideBackground', () => {
  it('makes shaded paper white and keeps print dark', () => {
    const image = paper(256, 256);
    for (let y = 0; y < 256; y++) for (let x = 0; x < 256; x++) image.data[y * 256 + x] = 150 + (x * 90) / 256;
    fill(image, 100, 100, 106, 130, 30);
    const even = divideBackground(image);
    expect(even.data[10 * 256 + 10]).toBeGreaterThan(235);
    expect(even.data[200 * 256 + 250]).toBeGreaterThan(235);
    expect(even.data[110 * 256 + 103]).toBeLessThan(70);
  });

  it('leaves a black area black', () => {
    const even = divideBackground(fill(paper(256, 256, 240), 60, 60, 200, 200, 20));
    expect(even.data[130 * 256 + 130]).toBeLessThan(60);
  });
});

describe('separateInk', () => {
  const rgba = (...pixels: readonly (readonly [number, number, number])[]) =>
    Uint8Array.from(pixels.flatMap(([red, green, blue]) => [red, green, blue, 255]));

  it('lets red and blue ink fade and keeps black print', () => {
    const { print } = separateInk(rgba([200, 30, 40], [40, 50, 190], [20, 20, 20]), 3, 1);
    expect([...print.data]).toEqual([200, 190, 20]);
  });

  it('keeps coloured ink apart, where there is any', () => {
    const seal = Array.from({ length: 100 }, () => [200, 30, 40] as const);
    expect(separateInk(rgba(...seal), 10, 10).colour?.data[0]).toBeLessThan(100);
    expect(separateInk(rgba([20, 20, 20], [255, 255, 255]), 2, 1).colour).toBeNull();
  });
});

describe('detectSkew', () => {
  it.each([0, 0.8, -1.5, 3, -6])('finds a turn of %s degrees', (degrees) => {
    const { image } = turnImage(page(), degrees);
    expect(detectSkew(image)).toBeCloseTo(degrees, 0);
    expect(Math.abs(detectSkew(image) - degrees)).toBeLessThanOrEqual(0.11);
  });

  it('finds none on an empty page and on grain', () => {
    expect(detectSkew(paper(400, 400))).toBe(0);
    expect(detectSkew(grainy(paper(400, 400, 128), 120))).toBe(0);
  });
});

describe('turnImage', () => {
  it('loses no corner and tells where each point came from', () => {
    const image = fill(paper(200, 100), 0, 0, 6, 6);
    const { image: turned, toOriginal } = turnImage(image, 20);
    const dark = findComponents(turned, 128);
    expect(dark).toHaveLength(1);
    const [x, y] = toOriginal(
      ((dark[0]?.left ?? 0) + (dark[0]?.right ?? 0)) / 2,
      ((dark[0]?.top ?? 0) + (dark[0]?.bottom ?? 0)) / 2,
    );
    expect(Math.hypot(x - 3, y - 3)).toBeLessThan(1.5);
  });
});

describe('findComponents', () => {
  it('joins what touches, corners and late joins included', () => {
    const image = paper(20, 10);
    fill(image, 2, 2, 4, 8);
    fill(image, 8, 2, 10, 8);
    fill(image, 2, 8, 10, 9);
    fill(image, 10, 1, 12, 2);
    fill(image, 15, 5, 16, 6);
    const components = findComponents(image, 128);
    expect(components).toHaveLength(2);
    expect(components[0]).toMatchObject({ left: 2, top: 1, right: 12, bottom: 9, pixels: 12 + 12 + 8 + 2 });
  });
});

describe('inkThreshold', () => {
  it('follows pale print and stays below the paper', () => {
    expect(inkThreshold(fill(paper(100, 100), 10, 10, 40, 40, 150))).toBeGreaterThan(150);
    expect(inkThreshold(fill(paper(100, 100), 10, 10, 40, 40, 10))).toBeLessThan(160);
    expect(inkThreshold(grainy(paper(100, 100, 210), 10))).toBeLessThan(195);
  });
});

describe('cutOut and scaleImage', () => {
  it('surrounds a part with white and goes beyond the image in white', () => {
    const crop = cutOut(paper(10, 10, 7), { left: 8, top: 8, right: 12, bottom: 12 }, 2);
    expect([crop.width, crop.height]).toEqual([8, 8]);
    expect(crop.data[2 * 8 + 2]).toBe(7);
    expect(crop.data[2 * 8 + 4]).toBe(255);
    expect(crop.data[0]).toBe(255);
  });

  it('keeps the mean grey when it scales', () => {
    const image = fill(paper(40, 40), 10, 10, 30, 30);
    const mean = ({ data }: GreyImage) => data.reduce((sum, level) => sum + level, 0) / data.length;
    for (const factor of [0.75, 1.5, 2]) {
      const scaled = scaleImage(image, factor);
      expect(scaled.width).toBe(40 * factor);
      expect(Math.abs(mean(scaled) - mean(image))).toBeLessThan(2);
    }
  });
});
