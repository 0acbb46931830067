import { OPS, type PageViewport, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Glyph } from './Glyph.js';
import { apply, type Matrix, multiply } from './matrix.js';

type Arguments = readonly unknown[];

/** The parts of pdf.js's font and glyph objects that are used. */
interface Font {
  readonly name?: string;
  readonly bold?: boolean;
  readonly black?: boolean;
  readonly vertical?: boolean;
  readonly composite?: boolean;
  readonly fontMatrix?: readonly number[];
}
interface DrawnGlyph {
  readonly unicode?: string;
  readonly width?: number;
  readonly isSpace?: boolean;
  readonly originalCharCode?: number;
}

/** Rendering modes that paint nothing: invisible, and clipping only. */
const unpaintedModes: ReadonlySet<number> = new Set([3, 7]);

interface TextState {
  readonly font: Font | null;
  readonly size: number;
  readonly charSpacing: number;
  readonly wordSpacing: number;
  readonly scale: number;
  readonly rise: number;
  readonly leading: number;
  readonly mode: number;
}

const freshState: TextState = {
  font: null,
  size: 0,
  charSpacing: 0,
  wordSpacing: 0,
  scale: 1,
  rise: 0,
  leading: 0,
  mode: 0,
};

/** Walks a page's drawing operators and tells every character with its place, as the page's viewport (scale 1) shows it. */
export async function collectGlyphs(page: PDFPageProxy, viewport: PageViewport): Promise<readonly Glyph[]> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const walk = new GlyphWalk(page, viewport.transform as unknown as Matrix);
  fnArray.forEach((operator, index) => {
    walk.step(operator, (argsArray[index] ?? []) as Arguments);
  });
  return walk.glyphs;
}

class GlyphWalk {
  readonly glyphs: Glyph[] = [];
  private matrix: Matrix;
  private state = freshState;
  private saved: { readonly matrix: Matrix; readonly state: TextState }[] = [];
  private textMatrix: Matrix = [1, 0, 0, 1, 0, 0];
  private lineX = 0;
  private lineY = 0;
  private x = 0;
  private y = 0;
  private annotation: string | null = null;
  private readonly steps: ReadonlyMap<number, (args: Arguments) => void> = new Map([
    [OPS.save, () => this.save()],
    [OPS.restore, () => this.restore()],
    [OPS.transform, (args) => this.transform(args)],
    [OPS.paintFormXObjectBegin, ([matrix]) => this.beginGroup(matrix)],
    [OPS.paintFormXObjectEnd, () => this.restore()],
    [OPS.beginGroup, ([group]) => this.beginGroup((group as { readonly matrix?: unknown } | undefined)?.matrix)],
    [OPS.endGroup, () => this.restore()],
    [OPS.beginAnnotation, (args) => this.beginAnnotation(args)],
    [OPS.endAnnotation, () => this.endAnnotation()],
    [OPS.beginText, () => this.setTextMatrix([1, 0, 0, 1, 0, 0])],
    [OPS.setTextMatrix, (args) => this.setTextMatrix(args.length === 1 ? args[0] : args)],
    [OPS.moveText, ([x, y]) => this.moveText(number(x), number(y))],
    [OPS.setLeading, ([leading]) => this.set({ leading: number(leading) })],
    [OPS.nextLine, () => this.moveText(0, -this.state.leading)],
    [OPS.setFont, ([name, size]) => this.setFont(name, size)],
    [OPS.setGState, ([entries]) => this.setGState(entries)],
    [OPS.setCharSpacing, ([spacing]) => this.set({ charSpacing: number(spacing) })],
    [OPS.setWordSpacing, ([spacing]) => this.set({ wordSpacing: number(spacing) })],
    [OPS.setHScale, ([scale]) => this.set({ scale: number(scale) / 100 })],
    [OPS.setTextRise, ([rise]) => this.set({ rise: number(rise) })],
    [OPS.setTextRenderingMode, ([mode]) => this.set({ mode: number(mode) })],
    [OPS.showText, ([shown]) => this.showText(shown)],
    [OPS.setLeadingMoveText, ([x, y]) => this.moveTextAndSetLeading(number(x), number(y))],
  ] satisfies [number, (args: Arguments) => void][]);

  constructor(
    private readonly page: PDFPageProxy,
    private readonly base: Matrix,
  ) {
    this.matrix = base;
  }

  step(operator: number, args: Arguments): void {
    this.steps.get(operator)?.(args);
  }

  private set(change: Partial<TextState>): void {
    this.state = { ...this.state, ...change };
  }

  private save(): void {
    this.saved.push({ matrix: this.matrix, state: this.state });
  }

  private restore(): void {
    const last = this.saved.pop();
    if (last === undefined) return;
    this.matrix = last.matrix;
    this.state = last.state;
  }

  private transform(matrix: unknown): void {
    if (isMatrix(matrix)) this.matrix = multiply(this.matrix, matrix);
  }

  private beginGroup(matrix: unknown): void {
    this.save();
    this.transform(matrix);
  }

  /** Every annotation starts from the page's own coordinates, whatever was saved before it. */
  private beginAnnotation([id, , transform, matrix]: Arguments): void {
    this.saved = [];
    this.matrix = this.base;
    this.state = freshState;
    this.save();
    this.annotation = typeof id === 'string' ? id : null;
    this.transform(transform);
    this.transform(matrix);
  }

  private endAnnotation(): void {
    this.annotation = null;
    this.restore();
  }

  private setTextMatrix(matrix: unknown): void {
    this.textMatrix = isMatrix(matrix) ? matrix : this.textMatrix;
    this.lineX = 0;
    this.lineY = 0;
    this.moveText(0, 0);
  }

  private moveText(x: number, y: number): void {
    this.lineX += x;
    this.lineY += y;
    this.x = this.lineX;
    this.y = this.lineY;
  }

  private moveTextAndSetLeading(x: number, y: number): void {
    this.set({ leading: -y });
    this.moveText(x, y);
  }

  private setFont(name: unknown, size: unknown): void {
    const known = typeof name === 'string' && this.page.commonObjs.has(name);
    this.set({ font: known ? (this.page.commonObjs.get(name) as Font) : null, size: number(size) });
  }

  private setGState(entries: unknown): void {
    if (!Array.isArray(entries)) return;
    for (const [key, value] of entries as readonly (readonly [string, unknown])[]) {
      if (key === 'Font' && Array.isArray(value)) this.setFont(value[0], value[1]);
    }
  }

  private showText(shown: unknown): void {
    if (!Array.isArray(shown)) return;
    const { font, size, charSpacing, wordSpacing, scale, rise, mode } = this.state;
    const unit = font?.fontMatrix?.[0] ?? 0.001;
    const toPage = multiply(this.matrix, this.textMatrix);
    const height = Math.abs(size) * Math.hypot(toPage[2], toPage[3]);
    for (const item of shown as readonly (number | DrawnGlyph | null)[]) {
      if (item === null) continue;
      if (typeof item === 'number') {
        this.advance((-item * size) / 1000, font);
        continue;
      }
      const width = (item.width ?? 0) * size * unit;
      const spacing = charSpacing + (item.isSpace === true ? wordSpacing : 0);
      const [x, y] = apply(toPage, this.x, this.y + rise);
      this.advance(width + spacing, font);
      const [endX, endY] = apply(toPage, this.x, this.y + rise);
      this.glyphs.push({
        text: item.unicode ?? '',
        x,
        y,
        dx: endX - x,
        dy: endY - y,
        width: Math.abs(width * scale) * Math.hypot(toPage[0], toPage[1]),
        size: height,
        bold: font?.bold === true || font?.black === true || /bold|black|heavy/i.test(font?.name ?? ''),
        font: font?.name ?? '',
        code: font === null || font.composite === true ? null : (item.originalCharCode ?? null),
        visible: !unpaintedModes.has(mode),
        annotation: this.annotation,
      });
    }
  }

  private advance(distance: number, font: Font | null): void {
    if (font?.vertical === true) this.y -= distance;
    else this.x += distance * this.state.scale;
  }
}

function number(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}

function isMatrix(value: unknown): value is Matrix {
  return (Array.isArray(value) || value instanceof Float32Array || value instanceof Float64Array) && value.length === 6;
}
