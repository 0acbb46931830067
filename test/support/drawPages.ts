import type { Box } from '../../src/model/geometry.js';
import type { Line, PageReading, Ruling, Word } from '../../src/model/page.js';

/** Pixels of an A4 page at 200 dpi, its text's edges, and the height of a line's letters. */
const width = 1654;
const height = 2339;
const letterHeight = 36;
const letterWidth = 17;
const margins = { left: 236, right: 1540 };
const pitch = 56;

export interface Print {
  readonly bold?: boolean;
  readonly confidence?: number;
}

/** A sheet on which a test sets words, and the reading that a perfect reader would give of it. */
export interface Sheet {
  /** Height at which the next line is set, in pixels. */
  y: number;
  /** Words from `x` on one line at height `y` (default: the next line, which moves on). */
  line(text: string, place?: { x?: number; y?: number; justifyTo?: number } & Print): Sheet;
  /** A paragraph broken over lines as a typesetter would; its lines but the last reach the right edge. */
  paragraph(text: string, options?: { indent?: number; hang?: number } & Print): Sheet;
  centred(text: string, print?: Print): Sheet;
  /** Words of two columns on one line. */
  columns(left: string, right: string, print?: Print): Sheet;
  /** A ruled table; `edges` are pixels across, a cell's text is broken into its width. */
  table(edges: readonly number[], rows: readonly (readonly string[])[], ruled?: boolean): Sheet;
  skip(pixels: number): Sheet;
  reading(): PageReading;
}

const widthOf = (text: string) => text.length * letterWidth;

export function sheet(number: number, options: { landscape?: boolean; origin?: 'text' | 'ocr' } = {}): Sheet {
  const [pageWidth, pageHeight] = options.landscape === true ? [height, width] : [width, height];
  const origin = options.origin ?? 'text';
  const lines: Line[] = [];
  const rulings: Ruling[] = [];
  const boxOf = (left: number, top: number, right: number, bottom: number): Box => [
    left / pageWidth,
    top / pageHeight,
    right / pageWidth,
    bottom / pageHeight,
  ];
  const put = (text: string, x: number, y: number, print: Print, justifyTo?: number) => {
    const parts = text.split(' ').filter((part) => part !== '');
    const natural = parts.reduce((sum, part) => sum + widthOf(part), 0);
    const gap =
      justifyTo !== undefined && parts.length > 1 ? (justifyTo - x - natural) / (parts.length - 1) : letterWidth * 0.7;
    let at = x;
    const words = parts.map((part): Word => {
      const word: Word = {
        text: part,
        box: boxOf(at, y, at + widthOf(part), y + letterHeight),
        confidence: print.confidence ?? (origin === 'text' ? 1 : 0.95),
        ...(print.bold === undefined ? {} : { bold: print.bold }),
      };
      at += widthOf(part) + gap;
      return word;
    });
    if (words.length > 0) lines.push({ words, box: boxOf(x, y, at - gap, y + letterHeight) });
  };
  const wrap = (text: string, first: number, other: number, right: number) => {
    const wrapped: { text: string; x: number; full: boolean }[] = [];
    let current = '';
    let x = first;
    for (const part of text.split(' ')) {
      const longer = current === '' ? part : `${current} ${part}`;
      const needed = longer
        .split(' ')
        .reduce((sum, piece) => sum + widthOf(piece) + letterWidth * 0.7, -letterWidth * 0.7);
      if (current !== '' && x + needed > right) {
        wrapped.push({ text: current, x, full: true });
        current = part;
        x = other;
      } else {
        current = longer;
      }
    }
    wrapped.push({ text: current, x, full: false });
    return wrapped;
  };
  const self: Sheet = {
    y: 170,
    line(text, { x = margins.left, y, justifyTo, ...print } = {}) {
      put(text, x, y ?? self.y, print, justifyTo);
      if (y === undefined) self.y += pitch;
      return self;
    },
    paragraph(text, { indent = 94, hang = 0, ...print } = {}) {
      for (const piece of wrap(text, margins.left + indent, margins.left + hang, margins.right)) {
        put(piece.text, piece.x, self.y, print, piece.full ? margins.right : undefined);
        self.y += pitch;
      }
      return self;
    },
    centred(text, print = {}) {
      const needed = text
        .split(' ')
        .reduce((sum, piece) => sum + widthOf(piece) + letterWidth * 0.7, -letterWidth * 0.7);
      put(text, (margins.left + margins.right - needed) / 2, self.y, print);
      self.y += pitch;
      return self;
    },
    columns(left, right, print = {}) {
      put(left, 240, self.y, print);
      put(right, 880, self.y, print);
      self.y += pitch;
      return self;
    },
    table(edges, rows, ruled = true) {
      const top = self.y;
      const outer = { left: edges[0] ?? 0, right: edges.at(-1) ?? 0 };
      const across = (y: number) =>
        rulings.push({ direction: 'horizontal', box: boxOf(outer.left, y - 1, outer.right, y + 1) });
      if (ruled) across(top);
      for (const row of rows) {
        const cells = row.map((text, column) => {
          const [left = 0, right = 0] = edges.slice(column, column + 2);
          return text === '' ? [] : wrap(text, left + 12, left + 12, right - 12);
        });
        cells.flatMap((cell) => cell.map((piece, index) => put(piece.text, piece.x, self.y + 10 + index * pitch, {})));
        self.y += Math.max(1, ...cells.map((cell) => cell.length)) * pitch + 10;
        if (ruled) across(self.y);
      }
      if (ruled) {
        for (const x of edges) rulings.push({ direction: 'vertical', box: boxOf(x - 1, top, x + 1, self.y) });
      }
      self.y += 20;
      return self;
    },
    skip(pixels) {
      self.y += pixels;
      return self;
    },
    reading: () => ({
      number,
      origin,
      reason: origin === 'text' ? 'text-layer' : 'no-text-layer',
      width: pageWidth,
      height: pageHeight,
      rotation: 0,
      skew: 0,
      confidence: origin === 'text' ? 1 : 0.95,
      lines,
      rulings,
      coverage: 1,
      unread: [],
    }),
  };
  return self;
}

/** The reading of the same sheet laid askew by `degrees`, clockwise, as a scan. */
export function turned(page: PageReading, degrees: number): PageReading {
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const turn = (box: Box): Box => {
    const corners = [
      [box[0], box[1]],
      [box[2], box[1]],
      [box[0], box[3]],
      [box[2], box[3]],
    ].map(([x = 0, y = 0]) => {
      const [dx, dy] = [(x - 0.5) * page.width, (y - 0.5) * page.height];
      return [(dx * cos - dy * sin) / page.width + 0.5, (dx * sin + dy * cos) / page.height + 0.5] as const;
    });
    const xs = corners.map(([x]) => x);
    const ys = corners.map(([, y]) => y);
    return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  };
  return {
    ...page,
    origin: 'ocr',
    skew: degrees,
    lines: page.lines.map((line) => ({
      words: line.words.map((word) => ({ ...word, box: turn(word.box) })),
      box: turn(line.box),
    })),
    rulings: page.rulings.map((ruling) => ({ ...ruling, box: turn(ruling.box) })),
  };
}
