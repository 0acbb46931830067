import { describe, expect, it } from 'vitest';
import type { OcrEngine, OcrLine, OcrOptions } from '../engine/OcrEngine.js';
import type { GreyImage } from '../image/GreyImage.js';
import { rereadCells } from '../table/rereadCells.js';
import { findMarks } from './findMarks.js';
import { findUnreadRows } from './findUnreadRows.js';
import { measureCoverage } from './measureCoverage.js';
import { rereadUnread } from './rereadUnread.js';
import { rescueColouredPrint } from './rescueColouredPrint.js';

function paper(width = 900, height = 600): GreyImage {
  return { width, height, data: new Uint8Array(width * height).fill(255) };
}

/** Hollow letters of 14 × 20 pixels, 20 pixels apart. */
function print(image: GreyImage, left: number, top: number, letters: number): void {
  for (let letter = 0; letter < letters; letter++) {
    const from = left + letter * 20;
    for (let y = top; y < top + 20; y++) {
      image.data.fill(0, y * image.width + from, y * image.width + from + 14);
      if (y > top + 3 && y < top + 16) image.data.fill(255, y * image.width + from + 4, y * image.width + from + 10);
    }
  }
}

const lineAt = (text: string, left: number, top: number, right: number, confidence = 0.95): OcrLine => ({
  words: [{ text, confidence, box: { left, top, right, bottom: top + 20 } }],
});
const textsOf = (lines: readonly OcrLine[]) => lines.map(({ words }) => words.map(({ text }) => text).join(' '));

/** Says one line wherever it looks, across the whole crop. */
class SayingEngine implements OcrEngine {
  readonly asked: (OcrOptions & { readonly width: number })[] = [];
  constructor(
    private readonly text: string,
    private readonly confidence = 0.9,
  ) {}
  async recognise({ width, height }: GreyImage, options: OcrOptions): Promise<readonly OcrLine[]> {
    this.asked.push({ ...options, width });
    const words = this.text.split(' ');
    const step = (width - 32) / words.length;
    return [
      {
        words: words.map((text, at) => ({
          text,
          confidence: this.confidence,
          box: { left: 16 + at * step, top: 16, right: 16 + (at + 0.9) * step, bottom: height - 16 },
        })),
      },
    ];
  }
  async close(): Promise<void> {}
}

const later = () => 1000;

describe('measureCoverage', () => {
  it.each([
    ['no print', [], [], 1],
    ['print that words cover', [100], [100], 1],
    ['half of it covered', [100, 300], [100], 0.5],
    ['none of it', [100], [], 0],
  ])('%s', (_case, printed, read, expected) => {
    const image = paper();
    for (const top of printed) print(image, 100, top, 12);
    const lines = read.map((top) => lineAt('chữ', 100, top, 340));
    expect(measureCoverage(image, lines)).toBeCloseTo(expected);
  });
});

describe('findUnreadRows', () => {
  it('tells a printed line from a few marks', () => {
    const image = paper();
    print(image, 100, 100, 12);
    print(image, 100, 300, 3);
    const rows = findUnreadRows(findMarks(image, [], 140));
    expect(rows).toEqual([{ left: 100, top: 100, right: 334, bottom: 120, marks: 12 }]);
  });

  it('counts neither what words cover nor filled marks', () => {
    const image = paper();
    print(image, 100, 100, 12);
    for (let y = 300; y < 330; y++)
      for (let x = 100; x < 400; x += 40) image.data.fill(0, y * 900 + x, y * 900 + x + 30);
    expect(findMarks(image, [{ left: 98, top: 98, right: 340, bottom: 122 }], 140)).toEqual([]);
  });
});

describe('rereadUnread', () => {
  it('reads a line that was passed over, and puts it in its place', async () => {
    const image = paper();
    print(image, 100, 100, 12);
    print(image, 100, 160, 12);
    const engine = new SayingEngine('không phát hiện vụ việc');
    const read = await rereadUnread(image, [lineAt('Trong năm 2023', 98, 100, 340)], async () => engine, later);
    expect(textsOf(read.lines)).toEqual(['Trong năm 2023', 'không phát hiện vụ việc']);
    expect(read.unread).toEqual([]);
    expect(engine.asked).toHaveLength(1);
    expect(engine.asked[0]?.layout).toBe('block');
  });

  it('joins the missing end of a line to its beginning', async () => {
    const image = paper();
    print(image, 100, 100, 24);
    const engine = new SayingEngine('ngày 03/3/2023');
    const read = await rereadUnread(image, [lineAt('Quyết định số', 98, 100, 340)], async () => engine, later);
    expect(textsOf(read.lines)).toEqual(['Quyết định số ngày 03/3/2023']);
  });

  it('tells what stays unread, with its marks, and takes no noise for words', async () => {
    const image = paper();
    print(image, 100, 100, 12);
    const read = await rereadUnread(image, [], async () => new SayingEngine('~ ệ', 0.2), later);
    expect(read.lines).toEqual([]);
    expect(read.unread).toEqual([{ left: 100, top: 100, right: 334, bottom: 120, marks: 12 }]);
  });

  it('keeps words for which the second reading has none, and a number that it reads otherwise', async () => {
    const image = paper();
    print(image, 100, 100, 24);
    const before: OcrLine = {
      words: [
        { text: '27', confidence: 0.9, box: { left: 300, top: 98, right: 324, bottom: 122 } },
        { text: 'là', confidence: 0.9, box: { left: 328, top: 98, right: 336, bottom: 122 } },
      ],
    };
    const read = await rereadUnread(image, [before], async () => new SayingEngine('Đạt 21 điểm tổng'), later);
    expect(textsOf(read.lines)).toEqual(['Đạt 21 là điểm tổng']);
    const words = read.lines.flatMap((line) => line.words);
    expect(words.find(({ text }) => text === '21')?.alternatives).toEqual([{ text: '27', confidence: 0.9 }]);
  });

  it('asks nothing of a page that is read', async () => {
    const image = paper();
    print(image, 100, 100, 12);
    const engine = new SayingEngine('?');
    await rereadUnread(image, [lineAt('Trong năm 2023', 98, 100, 340)], async () => engine, later);
    expect(engine.asked).toEqual([]);
  });
});

describe('rescueColouredPrint', () => {
  it('adds coloured lines that read well, and leaves seals alone', async () => {
    const colour = paper();
    print(colour, 100, 100, 12);
    const good = await rescueColouredPrint(colour, [], async () => new SayingEngine('phòng Tổng hợp'), later);
    expect(textsOf(good)).toEqual(['phòng Tổng hợp']);
    const seal = await rescueColouredPrint(colour, [], async () => new SayingEngine('NVG @ 1A', 0.9), later);
    expect(seal).toEqual([]);
  });
});

describe('rereadCells', () => {
  const cells = [
    { left: 100, top: 80, right: 400, bottom: 140 },
    { left: 402, top: 80, right: 500, bottom: 140 },
  ];

  it('reads the cell of a lone digit that was passed over', async () => {
    const image = paper();
    print(image, 120, 100, 12);
    print(image, 430, 100, 1);
    const engine = new SayingEngine('8');
    const lines = await rereadCells(image, [lineAt('Tiêu chí', 118, 100, 362)], cells, async () => engine, later);
    expect(textsOf(lines)).toEqual(['Tiêu chí', '8']);
  });

  it('reads both cells anew where a word was read across their line', async () => {
    const image = paper();
    print(image, 120, 100, 18);
    const engine = new SayingEngine('20');
    const lines = await rereadCells(image, [lineAt('chức|20', 118, 100, 480)], cells, async () => engine, later);
    expect(textsOf(lines)).toEqual(['20', '20']);
  });

  it('keeps the number that was read before beside the one that took its place', async () => {
    const image = paper();
    print(image, 430, 100, 2);
    const before = [lineAt('27', 428, 100, 466, 0.3)];
    const [line] = await rereadCells(image, before, cells, async () => new SayingEngine('21'), later);
    expect(line?.words[0]).toMatchObject({ text: '21', alternatives: [{ text: '27', confidence: 0.3 }] });
  });

  it('keeps a number for which the second reading has none', async () => {
    const image = paper();
    print(image, 430, 100, 2);
    const lines = await rereadCells(
      image,
      [lineAt('27', 428, 100, 466, 0.3)],
      cells,
      async () => new SayingEngine('gi', 0.4),
      later,
    );
    expect(textsOf(lines)).toEqual(['27']);
  });
});
