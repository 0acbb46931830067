import type { PixelArea } from './cutOut.js';
import type { GreyImage } from './GreyImage.js';

/** Dark pixels that touch one another, corners included. */
export interface Component extends PixelArea {
  /** Its dark pixels. */
  readonly pixels: number;
}

/**
 * The connected dark areas of an image, found row by row from runs of dark pixels.
 * @param darkest pixels below this grey are dark
 */
export function findComponents({ width, height, data }: GreyImage, darkest: number): readonly Component[] {
  const parts = new Parts();
  let above: Run[] = [];
  for (let y = 0; y < height; y++) {
    const runs: Run[] = [];
    const row = y * width;
    let next = 0;
    for (let x = 0; x < width; x++) {
      if ((data[row + x] ?? 255) >= darkest) continue;
      const left = x;
      while (x < width && (data[row + x] ?? 255) < darkest) x++;
      const run: Run = { left, right: x, part: -1 };
      while (next < above.length && (above[next]?.right ?? 0) < left) next++;
      for (let at = next; at < above.length; at++) {
        const other = above[at];
        if (other === undefined || other.left > x) break;
        run.part = run.part < 0 ? parts.root(other.part) : parts.join(run.part, other.part);
      }
      run.part = parts.add(run, y);
      runs.push(run);
    }
    above = runs;
  }
  return parts.components();
}

interface Run {
  readonly left: number;
  readonly right: number;
  part: number;
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

  add({ left, right, part }: Run, y: number): number {
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
