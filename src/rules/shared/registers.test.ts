import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { disordersOf, type Entry } from './registers.js';

const day = (index: number) =>
  `2023-${String(1 + Math.floor(index / 28)).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}`;

function isRising(entries: readonly Entry[]): boolean {
  return entries.every((one) => entries.every((other) => !(one.date < other.date && one.number > other.number)));
}

/** The size of the largest rising part, by trying every part. */
function largestRising(entries: readonly Entry[]): number {
  let largest = 0;
  for (let mask = 0; mask < 1 << entries.length; mask++) {
    const part = entries.filter((_, index) => (mask >> index) & 1);
    if (part.length > largest && isRising(part)) largest = part.length;
  }
  return largest;
}

const entries = fc.uniqueArray(
  fc.record({
    number: fc.integer({ min: 1, max: 40 }),
    date: fc.integer({ min: 0, max: 60 }).map(day),
    symbol: fc.constant('kh-sdl'),
  }),
  { selector: ({ number }) => number, maxLength: 9 },
);

describe('disordersOf', () => {
  it('leaves a rising register when what it names is taken out', () => {
    fc.assert(
      fc.property(entries, (register) => {
        const astray = new Set(disordersOf(register, 5).map(({ entry }) => entry));
        expect(isRising(register.filter((entry) => !astray.has(entry)))).toBe(true);
      }),
    );
  });

  it('names as few as possible', () => {
    fc.assert(
      fc.property(entries, (register) => {
        expect(disordersOf(register, 5)).toHaveLength(register.length - largestRising(register));
      }),
    );
  });

  it('tells for each what it stands against', () => {
    fc.assert(
      fc.property(entries, (register) => {
        for (const { entry, against } of disordersOf(register, 5)) {
          expect(against.length).toBeGreaterThan(0);
          expect(against.every((other) => !isRising([entry, other]))).toBe(true);
        }
      }),
    );
  });

  it('does not depend on the order in which documents are cited', () => {
    fc.assert(
      fc.property(entries, (register) => {
        const numbers = (list: readonly Entry[]) => disordersOf(list, 5).map(({ entry }) => entry.number);
        expect(numbers([...register].reverse()).sort()).toEqual(numbers(register).sort());
      }),
    );
  });

  it('keeps symbols apart while the entries are too few to show a common register', () => {
    const register = [
      { number: 20, date: day(1), symbol: 'qd-sdl' },
      { number: 40, date: day(20), symbol: 'kh-sdl' },
      { number: 10, date: day(50), symbol: 'tb-sdl' },
    ];
    expect(disordersOf(register, 5)).toEqual([]);
  });

  it('keeps symbols apart where two of them bear one number', () => {
    const rising = ['qd', 'kh', 'tb', 'qd', 'kh', 'tb'].map((symbol, index) => ({
      number: 10 + index,
      date: day(index),
      symbol,
    }));
    const late = { number: 3, date: day(80), symbol: 'ttr' };
    expect(disordersOf([...rising, late], 5)).toHaveLength(1);
    expect(disordersOf([...rising, late, { number: 15, date: day(6), symbol: 'bb' }], 5)).toEqual([]);
  });

  it('keeps symbols apart where plans of spring and decisions of autumn merely follow each other', () => {
    const plans = [5, 9, 12].map((number, index) => ({ number, date: day(index), symbol: 'kh' }));
    const decisions = [300, 340, 390].map((number, index) => ({ number, date: day(40 + index), symbol: 'qd' }));
    expect(disordersOf([...plans, ...decisions, { number: 20, date: day(80), symbol: 'tb' }], 5)).toEqual([]);
  });
});
