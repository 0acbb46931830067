/** `[left, top, right, bottom]` as fractions of the page as displayed, origin top-left. */
export type Box = readonly [left: number, top: number, right: number, bottom: number];

/** A box on a page; pages count from 1. */
export interface PageBox {
  readonly page: number;
  readonly box: Box;
}

/** The smallest box around all of `boxes`; at least one is needed. */
export function unionOf(boxes: readonly Box[]): Box {
  if (boxes.length === 0) throw new RangeError('unionOf needs at least one box');
  return [
    Math.min(...boxes.map((box) => box[0])),
    Math.min(...boxes.map((box) => box[1])),
    Math.max(...boxes.map((box) => box[2])),
    Math.max(...boxes.map((box) => box[3])),
  ];
}
