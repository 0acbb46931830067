import { chartInk, type Drawing, labelLines, type Shape } from './Drawing.js';

export interface Bar {
  readonly label: string;
  readonly value: number;
  /** The part of `value` that stands out in front, from the left. */
  readonly marked?: number;
  /** Printed behind the bar. */
  readonly note: string;
}

export interface BarChart {
  readonly title: string;
  readonly subtitle: string;
  readonly bars: readonly Bar[];
  /** The length of a full bar; default: the largest value. */
  readonly full?: number;
}

const width = 900;
const margin = 24;
const labelWidth = 380;
const noteWidth = 120;
const head = 76;
const step = 30;
const thickness = 18;
/** Size of labels: two lines of the small one stand beside one bar. */
const [labelSize, smallLabelSize] = [14, 12];

/** Bars lying one below another, their labels on the left. */
export function barChart({ title, subtitle, bars, full }: BarChart): Drawing {
  const left = margin + labelWidth;
  const room = width - left - margin - noteWidth;
  const longest = Math.max(full ?? 0, ...bars.map(({ value }) => value), Number.EPSILON);
  const shapes: Shape[] = [
    { kind: 'text', x: margin, y: 34, text: title, size: 20, anchor: 'start', bold: true, fill: chartInk.text },
    { kind: 'text', x: margin, y: 58, text: subtitle, size: 13, anchor: 'start', fill: chartInk.quiet },
  ];
  for (const [index, { label, value, marked, note }] of bars.entries()) {
    const y = head + index * step;
    const base = y + thickness - 4;
    const length = (part: number) => Math.max((part / longest) * room, part > 0 ? 1 : 0);
    shapes.push(
      ...labelShapes(label, left - 12, base),
      {
        kind: 'bar',
        x: left,
        y,
        width: length(value),
        height: thickness,
        fill: marked === undefined ? chartInk.plain : chartInk.claim,
      },
      { kind: 'bar', x: left, y, width: length(marked ?? 0), height: thickness, fill: chartInk.asked },
      {
        kind: 'text',
        x: left + length(value) + 8,
        y: base,
        text: note,
        size: 13,
        anchor: 'start',
        fill: chartInk.text,
      },
    );
  }
  const height = head + bars.length * step + 20;
  shapes.push({ kind: 'line', x1: left, y1: head - 8, x2: left, y2: height - 16, stroke: chartInk.quiet });
  return { width, height, title: `${title}. ${subtitle}`, shapes };
}

/** A label to the left of its bar; one that is too long takes two smaller lines. */
function labelShapes(label: string, right: number, base: number): readonly Shape[] {
  const whole = labelLines(label, labelWidth - 12, labelSize);
  const lines = whole.length === 1 ? whole : labelLines(label, labelWidth - 12, smallLabelSize);
  const size = whole.length === 1 ? labelSize : smallLabelSize;
  const top = base - ((lines.length - 1) * size) / 2;
  return lines.map(
    (text, line): Shape => ({
      kind: 'text',
      x: right,
      y: top + line * (size + 1),
      text,
      size,
      anchor: 'end',
      fill: chartInk.text,
    }),
  );
}
