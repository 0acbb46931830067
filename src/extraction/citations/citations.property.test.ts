import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractCitations } from '../../index.js';

/** Generates citations in the forms that decrees and practice allow, and checks that what was meant is what is read. */
const agency = fc.constantFrom('SKHCN', 'SLĐTBXH', 'STNMT', 'BQL', 'UBND', 'SVHTT', 'TTTP', 'SNNPTNT');
const unit = fc.constantFrom('VP', 'TCCB', 'KHTC', 'NV', 'CCHC&PC');
const party = fc.constantFrom('TU', 'TW', 'HU', 'QU', 'ĐUK');
const number = fc
  .integer({ min: 1, max: 99999 })
  .chain((value) => fc.constantFrom(String(value), String(value).padStart(2, '0')));

const administrative = fc.constantFrom(
  ['Kế hoạch', 'KH'],
  ['Quyết định', 'QĐ'],
  ['Thông báo', 'TB'],
  ['Báo cáo', 'BC'],
  ['Tờ trình', 'TTr'],
  ['Chương trình', 'CTr'],
  ['Hướng dẫn', 'HD'],
  ['Giấy mời', 'GM'],
  ['Kết luận', 'KL'],
  ['Biên bản', 'BB'],
) as fc.Arbitrary<[string, string]>;

interface Meant {
  readonly type: string;
  readonly printed: string;
  readonly full: string;
}

const named: fc.Arbitrary<Meant> = fc
  .tuple(administrative, number, agency)
  .map(([[type, code], no, organ]) => ({ type, printed: `${no}/${code}-${organ}`, full: `${no}/${code}-${organ}` }));
const letter: fc.Arbitrary<Meant> = fc
  .tuple(fc.constantFrom('Công văn', 'Văn bản'), number, agency, unit)
  .map(([type, no, organ, office]) => ({
    type,
    printed: `${no}/${organ}-${office}`,
    full: `${no}/${organ}-${office}`,
  }));
const normative: fc.Arbitrary<Meant> = fc
  .tuple(
    fc.constantFrom(['Nghị định', 'NĐ-CP'], ['Thông tư', 'TT-TTCP'], ['Quyết định', 'QĐ-UBND'], ['Luật', 'QH15']),
    number,
    fc.integer({ min: 1990, max: 2030 }),
  )
  .map(([[type = '', symbol = ''], no, year]) => ({
    type,
    printed: `${no}/${year}/${symbol}`,
    full: `${no}/${year}/${symbol}`,
  }));
const partyForm: fc.Arbitrary<Meant> = fc
  .tuple(
    fc.constantFrom(['Chỉ thị', 'CT'], ['Nghị quyết', 'NQ'], ['Quy định', 'QĐ'], ['Công văn', 'CV']),
    number,
    party,
  )
  .map(([[type = '', code = ''], no, organ]) => ({
    type,
    printed: `${no}-${code}/${organ}`,
    full: `${no}-${code}/${organ}`,
  }));
const meant = fc.oneof(named, letter, normative, partyForm);

/** Harmless changes that setting and reading make. */
const setting = fc.constantFrom<(text: string) => string>(
  (text) => text,
  (text) => text.replace('-', '- '),
  (text) => text.replace('/', ' /'),
  (text) => text.replace('-', '-\n'),
  (text) => text.replaceAll('-', '–'),
  (text) => text.replaceAll('Đ', 'Ð'),
  (text) => text.replaceAll('/', '⁄'),
  (text) => text.normalize('NFD'),
);
const lead = fc.constantFrom('số ', 'số: ', 'Số ', 'số\n', '');

const date = fc.date({ min: new Date('1992-01-01'), max: new Date('2029-12-31'), noInvalidDate: true }).map((value) => {
  const [year = '', month = '', day = ''] = value.toISOString().slice(0, 10).split('-');
  return { year, month, day, iso: `${year}-${month}-${day}` };
});
const dated = fc
  .tuple(
    date,
    fc.constantFrom('/', '-', '.', ' / '),
    fc.boolean(),
    fc.boolean(),
    fc.constantFrom(' ngày ', ', ngày ', '\nngày ', ' ban hành ngày '),
  )
  .map(([{ year, month, day, iso }, mark, words, plain, before]) => {
    const [d, m] = plain ? [String(Number(day)), String(Number(month))] : [day, month];
    return { iso, printed: `${before}${words ? `${d} tháng ${m} năm ${year}` : [d, m, year].join(mark)}` };
  });

const before = fc.constantFrom('Thực hiện ', 'theo ', '- Đã ban hành ', 'Căn cứ ', '(', 'kết quả nêu tại ', '');
const after = fc.constantFrom(
  ' về công tác phòng, chống tham nhũng.',
  ' của Ủy ban nhân dân thành phố',
  '; đã tiếp 12 lượt',
  ')',
  '.',
  '',
);

describe('a citation made by the grammar', () => {
  it('is read back with its type, canonical number and date', () => {
    fc.assert(
      fc.property(meant, setting, lead, dated, before, after, (document, set, word, day, left, right) => {
        const [citation, ...others] = extractCitations(
          `${left}${document.type} ${word}${set(document.printed)}${day.printed}${right}`,
        ).filter((one) => one.number !== null);
        expect(others).toEqual([]);
        expect(citation).toMatchObject({ type: document.type, full: document.full, date: day.iso });
      }),
      { numRuns: 600 },
    );
  });

  it('stands where it is said to stand', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(meant, dated), { minLength: 1, maxLength: 5 }), (documents) => {
        const printed = documents.map(([document, day]) => `${document.type} số ${document.printed}${day.printed}`);
        const text = `Thực hiện ${printed.join('; ')}, đơn vị đã triển khai.`;
        const citations = extractCitations(text);
        expect(citations.map(({ start, end }) => text.slice(start, end))).toEqual(printed);
        expect(citations.map((one) => one.text)).toEqual(printed);
      }),
      { numRuns: 200 },
    );
  });

  it('in a list without type words takes type and date of the list', () => {
    fc.assert(
      fc.property(
        administrative,
        agency,
        fc.uniqueArray(number, { minLength: 2, maxLength: 6 }),
        dated,
        ([type, code], organ, numbers, day) => {
          const members = numbers.map((no) => `số ${no}/${code}-${organ}`).join(', ');
          const citations = extractCitations(`Thực hiện các ${type} ${members}${day.printed} của đơn vị`);
          expect(citations.map(({ full }) => full)).toEqual(numbers.map((no) => `${no}/${code}-${organ}`));
          expect(new Set(citations.map((one) => `${one.type} ${one.date}`))).toEqual(new Set([`${type} ${day.iso}`]));
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('any text', () => {
  const scraps = fc.constantFrom(
    'số ',
    'Kế hoạch ',
    'Luật ',
    '12',
    '/',
    '-',
    'KH',
    'QĐ-',
    'UBND',
    'ngày ',
    '1/2/2023',
    'tháng ',
    'năm ',
    '(',
    ')',
    '\n',
    '\n\n',
    ' ',
    ', ',
    '; ',
    'và ',
    'của ',
    'Sở Y tế ',
    '“',
    '”',
    '2023',
    'nêu trên',
    'QH14',
    'đ',
    'Ð',
    '\t',
    '.',
    '😀',
    'O',
    'l',
    'các ',
  );

  it('gives citations in order, within the text, without overlaps, and the same on every run', () => {
    fc.assert(
      fc.property(
        fc.array(scraps, { maxLength: 60 }).map((parts) => parts.join('')),
        (text) => {
          const citations = extractCitations(text);
          const normal = text.normalize('NFC');
          let last = 0;
          for (const { start, end, text: printed } of citations) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            expect(normal.slice(start, end)).toBe(printed);
            last = end;
          }
          expect(extractCitations(text)).toEqual(citations);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['digits', '1'.repeat(60_000)],
    ['fractions', '1/'.repeat(30_000)],
    ['type words', 'Kế hoạch số 12, '.repeat(4_000)],
    ['open brackets', `Kế hoạch số 12/KH-SYT về ${'('.repeat(60_000)}`],
    ['closing brackets', 'a) số 36/2018/QH14 '.repeat(3_000)],
    ['short forms', 'Kế hoạch 834, Kế hoạch số 835/KH-SYT '.repeat(1_500)],
    ['one line of own numbers', 'Số: 12/KH-SYT a '.repeat(4_000)],
    ['laws', 'Luật A '.repeat(9_000)],
    ['white space', `số${' '.repeat(60_000)}12/KH-SYT`],
  ])('takes time in step with its length: %s', (_, text) => {
    const time = (input: string) => {
      const start = process.cpuUsage().user;
      extractCitations(input);
      return process.cpuUsage(undefined).user - start;
    };
    time(text);
    const once = time(text);
    const fourfold = time(text.repeat(4));
    // Four times the text may take four times the time; quadratic work would take sixteen times.
    expect(fourfold).toBeLessThan(10 * once + 200_000);
  });
});
