import { describe, expect, it } from 'vitest';
import { findCells } from '../table/findCells.js';
import { findRulings } from './findRulings.js';
import type { GreyImage } from './GreyImage.js';

function paper(width: number, height: number): GreyImage {
  return { width, height, data: new Uint8Array(width * height).fill(255) };
}

function fill(image: GreyImage, left: number, top: number, right: number, bottom: number, level = 40): void {
  for (let y = top; y < bottom; y++) image.data.fill(level, y * image.width + left, y * image.width + right);
}

/** Two columns and three rows; the last row's cells are merged. */
function table(): GreyImage {
  const image = paper(600, 400);
  for (const y of [50, 120, 190, 260]) fill(image, 50, y, 552, y + 2);
  for (const x of [50, 550]) fill(image, x, 50, x + 2, 262);
  fill(image, 300, 50, 302, 192);
  return image;
}

describe('findRulings', () => {
  it('finds the lines of a table and their directions', () => {
    const rulings = findRulings(table());
    expect(rulings.filter(({ direction }) => direction === 'horizontal')).toHaveLength(4);
    expect(rulings.filter(({ direction }) => direction === 'vertical')).toHaveLength(3);
    expect(rulings.find(({ left }) => left === 300)).toMatchObject({ right: 302, top: 50, bottom: 192 });
  });

  it('follows a line that drifts by what is left of the skew', () => {
    const image = paper(1200, 100);
    for (let x = 50; x < 1150; x++) {
      const y = 40 + Math.round(x * 0.008);
      fill(image, x, y, x + 1, y + 2);
    }
    const rulings = findRulings(image);
    expect(rulings).toHaveLength(1);
    expect((rulings[0]?.right ?? 0) - (rulings[0]?.left ?? 0)).toBeGreaterThan(1080);
  });

  it('takes no row of letters for a line', () => {
    const image = paper(800, 100);
    for (let x = 50; x < 750; x += 14) {
      fill(image, x, 30, x + 4, 60);
      fill(image, x - 4, 57, x + 8, 60);
    }
    expect(findRulings(image)).toEqual([]);
  });
});

describe('findCells', () => {
  it('gives the inside of every cell, merged ones as one', () => {
    const cells = findCells(findRulings(table()));
    expect(cells).toHaveLength(5);
    expect(cells).toContainEqual({ left: 52, top: 52, right: 300, bottom: 120 });
    expect(cells).toContainEqual({ left: 52, top: 192, right: 550, bottom: 260 });
  });

  it('keeps a merged row whole between rows that are parted', () => {
    const image = paper(600, 400);
    for (const y of [50, 100, 140, 220]) fill(image, 50, y, 552, y + 2);
    for (const x of [50, 550]) fill(image, x, 50, x + 2, 222);
    fill(image, 300, 50, 302, 102);
    fill(image, 300, 140, 302, 222);
    const cells = findCells(findRulings(image));
    expect(cells).toHaveLength(5);
    expect(cells).toContainEqual({ left: 52, top: 102, right: 550, bottom: 140 });
  });

  it('sees no table in lines that do not meet', () => {
    const image = paper(600, 400);
    fill(image, 50, 50, 300, 52);
    fill(image, 400, 100, 402, 300);
    expect(findCells(findRulings(image))).toEqual([]);
  });
});
