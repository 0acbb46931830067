import type { PixelArea } from './cutOut.js';
import { type DarkRuns, darkRuns } from './darkRuns.js';
import type { GreyImage } from './GreyImage.js';

/** Dark pixels that touch one another, corners included. */
export interface Component extends PixelArea {
  /** Its dark pixels. */
  readonly pixels: number;
}

/**
 * The connected dark areas of an image.
 * @param darkest pixels below this grey are dark
 */
export function findComponents(image: GreyImage, darkest: number): readonly Component[] {
  return joinRuns(darkRuns(image, darkest));
}

/** Joins runs that touch those of the row above, corners included. */
export function joinRuns({ height, lefts, rights, starts }: DarkRuns): readonly Component[] {
  const parts = new Parts();
  const partOf = new Int32Array(lefts.length).fill(-1);
  let above = 0;
  for (let y = 0; y < height; y++) {
    const first = starts[y] ?? 0;
    const end = starts[y + 1] ?? 0;
    for (let run = first; run < end; run++) {
      const left = lefts[run] ?? 0;
      const right = rights[run] ?? 0;
      while (above < first && (rights[above] ?? 0) < left) above++;
      let part = -1;
      for (let at = above; at < first && (lefts[at] ?? 0) <= right; at++) {
        const other = partOf[at] ?? 0;
        part = part < 0 ? parts.root(other) : parts.join(part, other);
      }
      partOf[run] = parts.add(part, left, right, y);
    }
    above = first;
  }
  return parts.components();
}

/** Union of runs; joined parts are kept at their root. */
class Parts {
  private readonly parents: number[] = [];
  private readonly found: { left: number; top: number; right: number; bottom: number; pixels: number }[] = [];

  root(part: number): number {
    let at = part;
    for (let parent = this.parents[at] ?? at; parent !== at; parent = this.parents[at] ?? at) {
      this.parents[at] = this.parents[parent] ?? parent;
      at = parent;
    }
    return at;
  }

  join(one: number, other: number): number {
    const kept = this.root(one);
    const gone = this.root(other);
    const into = this.found[kept];
    const from = this.found[gone];
    if (kept === gone || into === undefined || from === undefined) return kept;
    this.parents[gone] = kept;
    into.left = Math.min(into.left, from.left);
    into.top = Math.min(into.top, from.top);
    into.right = Math.max(into.right, from.right);
    into.bottom = Math.max(into.bottom, from.bottom);
    into.pixels += from.pixels;
    return kept;
  }

  /** @returns the part; a new one where `part` is none */
  add(part: number, left: number, right: number, y: number): number {
    const known = this.found[part];
    if (known === undefined) {
      this.parents.push(this.parents.length);
      this.found.push({ left, top: y, right, bottom: y + 1, pixels: right - left });
      return this.parents.length - 1;
    }
    known.left = Math.min(known.left, left);
    known.right = Math.max(known.right, right);
    known.bottom = y + 1;
    known.pixels += right - left;
    return part;
  }

  components(): readonly Component[] {
    return this.found.filter((_component, part) => this.parents[part] === part);
  }
}
