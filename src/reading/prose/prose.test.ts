import { describe, expect, it } from 'vitest';
import { loadLanguage } from '../../pipeline/loadLanguage.js';
import type { OcrLine } from '../engine/OcrEngine.js';
import { LanguageModel } from './LanguageModel.js';
import { lookAlikesOf } from './lookAlikes.js';
import { goesOn, proseToken } from './proseToken.js';
import { repairProse } from './repairProse.js';

const language = new LanguageModel(loadLanguage());
const box = { left: 0, top: 0, right: 1, bottom: 1 };
const lineOf = (text: string, confidence: number): OcrLine => ({
  words: text.split(' ').map((word) => ({ text: word, confidence, box })),
});
const repaired = (text: string, confidence = 0.96) =>
  repairProse(
    text.split('\n').map((line) => lineOf(line, confidence)),
    language,
  )
    .map(({ words }) => words.map((word) => word.text).join(' '))
    .join('\n');

describe('repairProse', () => {
  it.each([
    ['a hook read as another tone', 'kiện toàn tố chức bộ máy', 'kiện toàn tổ chức bộ máy'],
    ['a dot read as a hook', 'quản lý chỉ phí hoạt động', 'quản lý chi phí hoạt động'],
    ['a tone lost over a circumflex', 'theo Quyêt định của Chính phủ', 'theo Quyết định của Chính phủ'],
    ['words in a row', 'thực hiện chuyến đối số', 'thực hiện chuyển đổi số'],
    ['a comma between words that belong together', 'sửa đồi, bồ sung một số điều', 'sửa đổi, bổ sung một số điều'],
    ['the end of a line', 'cơ quan thanh\ntrá cấp tỉnh', 'cơ quan thanh\ntra cấp tỉnh'],
    ['a number behind the word', 'Công văn sô 15/UBND-NC', 'Công văn số 15/UBND-NC'],
    ['capitals', 'KÉT QUÁ THỰC HIỆN', 'KẾT QUẢ THỰC HIỆN'],
    ['the first word of a sentence', 'Tố chức thực hiện', 'Tổ chức thực hiện'],
  ])('mends %s', (_case, printed, expected) => expect(repaired(printed)).toBe(expected));

  it.each([
    ['a right sentence', 'Qua kiểm tra, đơn vị đã chú trọng công khai, minh bạch trong hoạt động'],
    ['names', 'đồng chí Nguyễn Văn Tố chức vụ Giám đốc'],
    ['numbers, symbols and abbreviations', 'số 12/KH-SYT ngày 05/3/2023 của UBND, PCTN'],
    ['words without neighbours', 'tố'],
    ['what stands in brackets beside it', 'thực hiện chuyến (đối tác)'],
    ['a word whose letters are wrong', 'tổ chcứ thực hiện'],
  ])('leaves %s alone', (_case, printed) => expect(repaired(printed)).toBe(printed));

  it('keeps what was recognised beside the repair, and its confidence', () => {
    const [line] = repairProse([lineOf('"tố chức', 0.5)], language);
    expect(line?.words[0]).toEqual({ text: '"tổ', printed: '"tố', confidence: 0.5, box });
    expect(line?.words[1]).not.toHaveProperty('printed');
  });

  it('mends no word away that denies or counts, and makes none of a word that exists', () => {
    const words = new Map(['chưa', 'chứa', 'chừa', 'phát', 'hiện'].map((word) => [word, word === 'chừa' ? 0 : 50]));
    const after = (word: string) => new Map([[word, 40]]);
    const pairsOf = (word: string) => ({ total: 1_000_000, words, pairs: new Map([[word, after('phát')]]) });
    const read = (printed: string, likely: string, weighty: readonly string[]) =>
      repairProse(
        [lineOf(`${printed} phát`, 0.5)],
        new LanguageModel({ ...pairsOf(likely), weighty: new Set(weighty) }),
      )[0]?.words[0]?.text;
    expect(read('chưa', 'chứa', [])).toBe('chứa');
    expect(read('chưa', 'chứa', ['chưa'])).toBe('chưa');
    expect(read('chứa', 'chưa', ['chưa'])).toBe('chứa');
    expect(read('chừa', 'chưa', ['chưa'])).toBe('chưa');
  });

  it('asks more of the neighbours of a word that was read surely', () => {
    const words = new Map([
      ['ba', 100],
      ['lân', 20],
      ['lần', 100],
    ]);
    const followers = new Map([
      ['lần', 15],
      ['lân', 1],
    ]);
    const fifteenToOne = new LanguageModel({
      total: 100_000,
      weighty: new Set(),
      words,
      pairs: new Map([['ba', followers]]),
    });
    const read = (confidence: number) => repairProse([lineOf('ba lân', confidence)], fifteenToOne)[0]?.words[1]?.text;
    expect(read(0.7)).toBe('lần');
    expect(read(0.96)).toBe('lân');
  });
});

describe('lookAlikesOf', () => {
  it('changes the marks of one letter, never the letter', () => {
    const texts = lookAlikesOf('đo').map(({ text }) => text);
    expect(texts).toContain('do');
    expect(texts).toContain('đổ');
    expect(texts).not.toContain('dổ');
    expect(texts).not.toContain('đa');
  });

  it.each([
    ['tố', 'tổ', true],
    ['chỉ', 'chi', true],
    ['sô', 'số', true],
    ['phó', 'phố', false],
    ['do', 'đo', false],
    ['tai', 'tại', false],
  ])('%s for %s: likely is %s', (printed, meant, likely) =>
    expect(lookAlikesOf(printed).find(({ text }) => text === meant)?.likely).toBe(likely),
  );
});

describe('proseToken', () => {
  it.each([
    ['"Quyết', 'quyết'],
    ['chức,', 'chức'],
    ['UBND', '§'],
    ['2105/UBND-NC', '#'],
    ['BAN', 'ban'],
  ])('%s counts as %s', (text, key) => expect(proseToken(text)?.key).toBe(key));

  it.each(['–', 'và/hoặc', '&'])('%s is no word', (text) => expect(proseToken(text)).toBeNull());

  it('a comma does not end a phrase; a semicolon, a full stop, a bracket do', () => {
    const between = (one: string, other: string) => {
      const [left, right] = [proseToken(one), proseToken(other)];
      return left !== null && right !== null && goesOn(left, right);
    };
    expect(between('đổi,', 'bổ')).toBe(true);
    for (const [one, other] of [
      ['đổi;', 'bổ'],
      ['đổi.', 'bổ'],
      ['đổi', '(bổ'],
    ]) {
      expect(between(one ?? '', other ?? '')).toBe(false);
    }
  });
});
