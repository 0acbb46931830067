/** A picture as a list of shapes, in pixels from the top left; drawn as SVG in pages and as PNG in the workbook. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** What the picture shows, for those who do not see it. */
  readonly title: string;
  readonly shapes: readonly Shape[];
}

export type Shape =
  | {
      readonly kind: 'bar';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly fill: string;
    }
  | {
      readonly kind: 'line';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly stroke: string;
    }
  | TextShape;

export interface TextShape {
  readonly kind: 'text';
  readonly x: number;
  /** Of the base line. */
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly bold?: boolean;
  readonly fill: string;
}

/** Dark and light enough to be told apart in grey. */
export const chartInk = {
  text: '#1f2933',
  quiet: '#52606d',
  grid: '#d9e2ec',
  claim: '#9fb3c8',
  asked: '#9b2c2c',
  plain: '#334e68',
} as const;

/**
 * A label in at most two lines of about `width` pixels at the given size of letters, broken between words; what is left
 * over is cut.
 */
export function labelLines(text: string, width: number, size: number): readonly string[] {
  const letters = Math.floor(width / (size * 0.54));
  if (text.length <= letters) return [text];
  const space = text.lastIndexOf(' ', letters);
  if (space <= 0) return [cut(text, letters)];
  return [text.slice(0, space), cut(text.slice(space + 1), letters)];
}

function cut(text: string, letters: number): string {
  return text.length <= letters ? text : `${text.slice(0, letters - 1).trimEnd()}…`;
}
