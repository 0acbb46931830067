import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HashCounts } from './HashCounts.js';
import { LikenessIndex } from './LikenessIndex.js';
import { tripleHashes } from './tripleHashes.js';

const words = (text: string) => text.split(' ');
const text = 'mo 3 lop tap huan cho 126 luot cong chuc xa va phat 400 to gap ve quy tac ung xu tai tung thon';

function matchesOf(...texts: readonly string[]): readonly (readonly [number, number])[] {
  const index = new LikenessIndex({ similarity: 0.5, mostOwners: 50 });
  for (const [owner, one] of texts.entries()) index.add(owner, [words(one)]);
  return index.matches.map(({ left, right }) => [left, right]);
}

describe('LikenessIndex', () => {
  it.each([
    ['the same words', text, text],
    ['a word of ten changed', text, text.replace('tap', 'boi').replace('thon', 'xom')],
    ['words added around', text, `trong quy nay ${text} theo dung tien do`],
  ])('finds %s', (_, one, other) => {
    expect(matchesOf(one, other)).toEqual([[0, 1]]);
  });

  it.each([
    ['other figures', text, text.replace('126', '98').replace('400', '250')],
    ['other words', text, 'ra soat 14 ho so cap phep theo thong bao 62 va tra lai ho so con thieu giay to'],
    ['too few words', 'da xong', 'da xong'],
  ])('finds nothing in %s', (_, one, other) => {
    expect(matchesOf(one, other)).toEqual([]);
  });

  it('takes a date in any form for one figure, and no year for one', () => {
    const dated = (date: string) =>
      `theo ke hoach 179 kh ${date} da kiem tra noi bo tai cac phong va trung tam truc thuoc`;
    expect(matchesOf(dated('ngay 20 3 2023'), dated('ngay 20 thang 3 nam 2023'))).toHaveLength(1);
    expect(matchesOf(dated('ngay 20 3 2023'), dated('ngay 25 8 2023'))).toEqual([]);
  });

  it('does not compare an owner with itself, and counts owners, not texts, for each wording', () => {
    const index = new LikenessIndex({ similarity: 0.5, mostOwners: 50 });
    index.add(0, [words(text), words(text)]);
    index.add(1, [words(text)]);
    expect(index.matches.map(({ left, right }) => [left, right]).sort()).toEqual([
      [0, 2],
      [1, 2],
    ]);
    expect(index.ownersOf(tripleHashes(words(text))[0] ?? 0)).toBe(2);
  });

  it('finds each copy among thousands of texts', () => {
    const stock = Array.from({ length: 400 }, (_, index) => `tu${index.toString(36)}`);
    const own = (owner: number) =>
      Array.from({ length: 40 }, (_, place) => stock[(owner * 7919 + place * place * 31 + place) % stock.length] ?? '');
    const index = new LikenessIndex({ similarity: 0.5, mostOwners: 50 });
    for (let owner = 0; owner < 3000; owner++) index.add(owner, [own(owner % 1000 === 999 ? owner - 1 : owner)]);
    const found = new Set(index.matches.map(({ left, right }) => `${left}-${right}`));
    for (const copy of ['998-999', '1998-1999', '2998-2999']) expect(found).toContain(copy);
  });
});

describe('HashCounts', () => {
  it('counts as a map does, however many hashes there are', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2 ** 32 - 1 }), { maxLength: 3000 }), (hashes) => {
        const counts = new HashCounts();
        const expected = new Map<number, number>();
        for (const hash of [...hashes, ...hashes.slice(0, 5)]) {
          counts.increment(hash);
          expected.set(hash, (expected.get(hash) ?? 0) + 1);
        }
        for (const [hash, count] of expected) expect(counts.of(hash)).toBe(count);
        expect(counts.of(123456789)).toBe(expected.get(123456789) ?? 0);
      }),
    );
  });
});
