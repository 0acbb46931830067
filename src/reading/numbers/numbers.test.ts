import { createCanvas } from '@napi-rs/canvas';
import '../../../test/support/drawnPdf.js';
import { describe, expect, it } from 'vitest';
import type { OcrEngine, OcrLine, OcrWord } from '../engine/OcrEngine.js';
import type { GreyImage } from '../image/GreyImage.js';
import { isPointsWord } from './isPointsWord.js';
import { joinBrokenNumbers } from './joinBrokenNumbers.js';
import { marksBetweenDigits } from './marksBetweenDigits.js';
import { canHideSeparator, isImpossibleDate, isNumberLike, isWellFormedNumber } from './numberToken.js';
import { rereadNumbers } from './rereadNumbers.js';
import { restoreMark } from './restoreMark.js';
import { voteNumber } from './voteNumber.js';

const word = (text: string, left: number, right: number, confidence = 0.95): OcrWord => ({
  text,
  confidence,
  box: { left, top: 20, right, bottom: 50 },
});

const white: GreyImage = { width: 400, height: 80, data: new Uint8Array(400 * 80).fill(255) };

/** Gives one answer after the other, whatever it is shown, at the scale of the crop. */
class RepeatingEngine implements OcrEngine {
  calls = 0;
  constructor(private readonly answers: readonly string[]) {}
  async recognise({ width }: GreyImage): Promise<readonly OcrLine[]> {
    const text = this.answers[this.calls++ % this.answers.length] ?? '';
    return [{ words: [{ text, confidence: 0.9, box: { left: 14, top: 14, right: width - 14, bottom: 44 } }] }];
  }
  async close(): Promise<void> {}
}

describe('isWellFormedNumber', () => {
  it.each([
    '718/KH-BQL',
    '59/2019/NĐ-CP,',
    '50-CT/TW',
    '36/2018/QH14',
    '05-',
    '49/QĐ-',
    '1431/TTCP-C.IV',
    '03/3/2023;',
    '27/27',
    '19,5/20',
    '76,9%',
    '5.000',
    '(2022-2025)',
    '2.1.',
    'B.1.2',
    '12/2023',
    '9001:2015',
  ])('%s', (text) => expect(isWellFormedNumber(text)).toBe(true));

  it.each(['02/201', '7T', '44O', '377/0Đ-BGDĐT', 'l2', '1ISO', '2O', "T'7-VPCP", 'O2', 'I2'])('not %s', (text) =>
    expect(isWellFormedNumber(text)).toBe(text === '02/201'),
  );
});

describe('voteNumber', () => {
  const reading = (text: string, confidence = 0.85) => ({ text, confidence });

  it('confirms what three readings agree on', () => {
    const vote = voteNumber([reading('293/TB-BQL', 0.4), reading('293/TB-BQL'), reading('293/TB-BQL')]);
    expect(vote).toEqual({ text: '293/TB-BQL', confidence: 0.85, alternatives: [] });
  });

  it('corrects a misread token by a majority, and keeps it doubtful while another reading stands', () => {
    const vote = voteNumber([
      reading('433/QĐ-UBND', 0.5),
      reading('43/QĐ-UBND'),
      reading('43/QĐ-UBND'),
      reading('43/QĐ-UBND'),
    ]);
    expect(vote.text).toBe('43/QĐ-UBND');
    expect(vote.confidence).toBeLessThan(0.8);
    expect(vote.alternatives).toEqual([{ text: '433/QĐ-UBND', confidence: 0.5 }]);
  });

  it('keeps the printed reading, doubtful, where all differ', () => {
    expect(voteNumber([reading('05', 0.9), reading('06'), reading('86')])).toEqual({
      text: '05',
      confidence: 0.7,
      alternatives: [reading('06'), reading('86')],
    });
  });

  it('takes the one reading that is a number where all others are none, doubtful', () => {
    const misread = reading('12/2022/77-BTC');
    expect(voteNumber([misread, misread, reading('12/2022/TT-BTC', 0.9), misread])).toEqual({
      text: '12/2022/TT-BTC',
      confidence: 0.7,
      alternatives: [misread],
    });
    const both = [misread, reading('12/2022/TT-BTC'), reading('12/2022/TI-BTC')];
    expect(voteNumber(both).text).toBe('12/2022/77-BTC');
  });

  it('gives tokens that are no numbers no vote', () => {
    expect(
      voteNumber([reading('1/l2', 0.3), reading('1/l2'), reading('1/12'), reading('1/12'), reading('1/12')]).text,
    ).toBe('1/12');
  });

  it('leaves a number doubtful against which two readings agree on what is none', () => {
    const readings = [reading('1/1Z'), reading('1/1Z'), reading('1/12'), reading('1/12'), reading('1/12')];
    expect(voteNumber(readings)).toMatchObject({ text: '1/12', confidence: 0.7, alternatives: [{ text: '1/1Z' }] });
  });

  it('believes the number of a document whose readings differ in marks alone', () => {
    const readings = ['418BC-SNN', '418BC-SNN', '418/BC-SNN', '418BC-SNN'].map((text) => reading(text));
    expect(voteNumber(readings)).toMatchObject({ text: '418/BC-SNN', confidence: 0.85 });
    const other = ['4187BC-SNN', '418BC-SNN', '418/BC-SNN', '4187BC-SNN'].map((text) => reading(text));
    expect(voteNumber(other).confidence).toBe(0.7);
  });

  it('gives a reading without the comma that is seen no vote', () => {
    const vote = voteNumber([reading('25', 0.95), reading('25'), reading('25'), reading('2,5')], { separators: 1 });
    expect(vote.text).toBe('2,5');
    expect(vote.confidence).toBeLessThan(0.8);
  });

  it('leaves a number doubtful whose comma no reading shows', () => {
    expect(voteNumber([reading('25', 0.95), reading('25'), reading('25')], { separators: 1 })).toMatchObject({
      text: '25',
      confidence: 0.7,
    });
  });
});

it('points are amounts: a letter read for a digit has no vote before them', () => {
  const readings = [
    { text: 'D5', confidence: 0.9 },
    { text: '5,5', confidence: 0.8 },
    { text: '5,5', confidence: 0.7 },
  ];
  expect(voteNumber(readings, { amount: true })).toMatchObject({ text: '5,5', alternatives: [{ text: 'D5' }] });
});

describe('isPointsWord', () => {
  it.each(['điểm', 'điếm.', 'Điểm', 'diểm'])('%s', (text) => expect(isPointsWord(text)).toBe(true));
  it.each(['điều', 'đ', ''])('not %s', (text) => expect(isPointsWord(text)).toBe(false));
});

/** A word drawn as print of 13 points at 200 dpi, with the box of its ink. */
function drawn(text: string, face = '') {
  const [width, height] = [200, 80];
  const canvas = createCanvas(width, height);
  const pen = canvas.getContext('2d');
  pen.fillStyle = 'white';
  pen.fillRect(0, 0, width, height);
  pen.fillStyle = 'black';
  pen.font = `${face} 36px Tinos`;
  pen.fillText(text, 20, 60);
  const { data } = pen.getImageData(0, 0, width, height);
  const grey = Uint8Array.from({ length: width * height }, (_, index) => data[index * 4] ?? 255);
  const { actualBoundingBoxRight, actualBoundingBoxAscent } = pen.measureText(text);
  const box = { left: 18, top: 60 - actualBoundingBoxAscent, right: 20 + actualBoundingBoxRight, bottom: 61 };
  return { image: { width, height, data: grey }, box };
}
const seen = (text: string, face?: string) => {
  const { image, box } = drawn(text, face);
  return marksBetweenDigits(image, box, 140);
};

describe('marksBetweenDigits', () => {
  it.each(['', 'italic'])('tells every digit from a slash and sees every comma (%s)', (face) => {
    for (const digit of '0123456789') {
      expect(seen(`${digit}/${digit}`, face), `${digit}/${digit}`).toEqual({
        digits: 2,
        marks: [{ sign: '/', after: 1 }],
      });
      expect(seen(`1${digit},${digit}`, face), `1${digit},${digit}`).toEqual({
        digits: 3,
        marks: [{ sign: ',', after: 2 }],
      });
      expect(seen(`${digit}7${digit}`, face), `${digit}7${digit}`).toEqual({ digits: 3, marks: [] });
    }
  });

  it('leaves a comma behind the last digit alone', () => {
    expect(seen('25,').marks).toEqual([]);
  });
});

describe('restoreMark', () => {
  it.each([
    ['2,5', '25', '2,5'],
    ['5/5', '55', '5/5'],
    ['12/12', '1212', '12/12'],
    ['19,5', '195', '19,5'],
  ])('puts the mark of %s, read %s, in its place', (printed, read, restored) => {
    expect(restoreMark(read, seen(printed))).toBe(restored);
  });

  it.each([
    ['25', '25', 'no mark is seen'],
    ['20,23', '2023', 'a speck stands in a year'],
    ['2,5', '255', 'the digits on the picture are not as many as those read'],
  ])('adds nothing to %s, read %s: %s', (printed, read) => {
    expect(restoreMark(read, seen(printed))).toBeNull();
  });
});

describe('joinBrokenNumbers', () => {
  const textsOf = (...words: readonly OcrWord[]) => joinBrokenNumbers({ words }).words.map(({ text }) => text);

  it('joins the pieces of a token that touch', () => {
    expect(textsOf(word('08/6/201', 10, 100), word('0', 102, 110))).toEqual(['08/6/2010']);
    expect(textsOf(word('08/1', 10, 60), word('1/2023;', 70, 140))).toEqual(['08/11/2023;']);
    expect(textsOf(word('1368/QĐ-', 10, 100), word('-UBND', 102, 150))).toEqual(['1368/QĐ-UBND']);
  });

  it('leaves apart what a space parts, and what is no token together', () => {
    expect(textsOf(word('năm', 10, 60), word('2023', 70, 120))).toEqual(['năm', '2023']);
    expect(textsOf(word('2021', 10, 60), word('-', 65, 70), word('2025', 75, 120))).toHaveLength(3);
    expect(textsOf(word('20', 10, 40), word('20', 55, 80))).toEqual(['20', '20']);
    expect(textsOf(word('12', 10, 40), word('lượt', 42, 80))).toEqual(['12', 'lượt']);
  });
});

describe('rereadNumbers', () => {
  const read = (engine: OcrEngine, ...words: readonly OcrWord[]) =>
    rereadNumbers(
      white,
      [{ words }],
      async () => engine,
      () => 1000,
    );

  it('lets the readings of the line vote on a doubtful number', async () => {
    const engine = new RepeatingEngine(['43/QĐ-UBND']);
    const lines = await read(engine, word('4З/QĐ-UBND', 40, 200, 0.5));
    expect(lines[0]?.words[0]?.text).toBe('43/QĐ-UBND');
    expect(engine.calls).toBe(3);
  });

  it('keeps the reading that lost beside the one that won', async () => {
    const lines = await read(new RepeatingEngine(['43/QĐ-UBND']), word('4З/QĐ-UBND', 40, 200, 0.5));
    expect(lines[0]?.words[0]?.alternatives).toEqual([{ text: '4З/QĐ-UBND', confidence: 0.5 }]);
  });

  it('puts a mark that only the picture shows into points, doubtful, with what was read beside it', async () => {
    const { image, box } = drawn('2,5');
    const words = [{ text: '25', confidence: 0.95, box }, word('điểm', 100, 180)];
    const [line] = await rereadNumbers(
      image,
      [{ words }],
      async () => new RepeatingEngine(['25']),
      () => 1000,
    );
    expect(line?.words[0]).toMatchObject({ text: '2,5', confidence: 0.7, alternatives: [{ text: '25' }] });
  });

  it('leaves a number of running text doubtful where the picture shows a slash that no reading has', async () => {
    const { image, box } = drawn('5/5', 'italic');
    const words = [word('đạt', 1, 10), { text: '55', confidence: 0.97, box }];
    const engine = new RepeatingEngine(['55']);
    const [line] = await rereadNumbers(
      image,
      [{ words }],
      async () => engine,
      () => 1000,
    );
    expect(line?.words[1]).toMatchObject({ text: '55', confidence: 0.7, alternatives: [{ text: '5/5' }] });
  });

  it('takes a speck in a day for no mark', async () => {
    const { image, box } = drawn('2,9');
    const words = [word('ngày', 1, 10), { text: '29', confidence: 0.97, box }];
    const [line] = await rereadNumbers(
      image,
      [{ words }],
      async () => new RepeatingEngine(['29']),
      () => 1000,
    );
    expect(line?.words[1]).toMatchObject({ text: '29', confidence: 0.97 });
  });

  it('lets an earlier reading of the same print vote, and keeps it where it lost', async () => {
    const engine = new RepeatingEngine(['9']);
    const [line] = await read(engine, { ...word('9', 40, 52), alternatives: [{ text: '8', confidence: 0.9 }] });
    expect(engine.calls).toBe(2);
    expect(line?.words[0]).toMatchObject({ text: '9', alternatives: [{ text: '8', confidence: 0.9 }] });
  });

  it('leaves a number doubtful whose place has room for more digits, however often it is read alike', async () => {
    const [line] = await read(new RepeatingEngine(['4']), word('4', 40, 100));
    expect(line?.words[0]).toMatchObject({ text: '4', confidence: 0.7 });
  });

  it('doubts a digit that is as broad as two, and hears what the line says again', async () => {
    const broad: OcrWord = { text: '1', confidence: 0.95, box: { left: 40, top: 20, right: 62, bottom: 42 } };
    const [line] = await read(new RepeatingEngine(['11']), broad);
    expect(line?.words[0]).toMatchObject({ text: '11', confidence: 0.7, alternatives: [{ text: '1' }] });
  });

  it('asks nothing for sure numbers and for words without digits', async () => {
    const engine = new RepeatingEngine(['?']);
    const words = [word('tham', 40, 100, 0.2), word('2023', 110, 160)];
    expect(await read(engine, ...words)).toEqual([{ words }]);
    expect(engine.calls).toBe(0);
  });

  it('keeps the printed number, doubtful, where no two readings agree', async () => {
    const lines = await read(new RepeatingEngine(['1', '2', '3', '4']), word('7', 40, 52, 0.6));
    expect(lines[0]?.words[0]).toMatchObject({ text: '7', confidence: 0.6 });
  });
});

describe('isNumberLike', () => {
  it.each(['718/KH-BQL', '(27', 'O5/2023', 'B.1', 'I.2', 'l2', '12/13/2023'])(
    'takes %s for a number to be read for sure',
    (text) => {
      expect(isNumberLike(text)).toBe(true);
    },
  );
  it.each(['sơ/5', '—Óo0~777', 'điểm', '———'])('leaves %s alone', (text) => {
    expect(isNumberLike(text)).toBe(false);
  });
});

describe('canHideSeparator', () => {
  it.each(['25', '25/3', '995', '783%'])('%s may have lost a comma', (text) => {
    expect(canHideSeparator(text)).toBe(true);
  });
  it.each(['2023', '618/BC-SNV', '03/8/2023', '130/2020/NĐ-CP', '5'])('%s cannot', (text) => {
    expect(canHideSeparator(text)).toBe(false);
  });
});

describe('isImpossibleDate', () => {
  it.each([
    ['12/13/2023', true],
    ['32-01-2023', true],
    ['12/12/2023', false],
    ['12/13', false],
    ['22/2023/NĐ-CP', false],
  ])('%s: %s', (text, impossible) => {
    expect(isImpossibleDate(text)).toBe(impossible);
  });
});
