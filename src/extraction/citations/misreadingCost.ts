import type { CitationsVocabulary } from '../../model/vocabulary/citations.js';

/** Beyond this a symbol is another symbol. */
export const dearestMisreading = 1;

/** The cheapest way by the vocabulary's confusions from what is printed to `meant`; infinite where there is none. */
export function misreadingCost(printed: string, meant: string, confusions: CitationsVocabulary['confusions']): number {
  const width = meant.length + 1;
  const costs = new Array<number>((printed.length + 1) * width).fill(Number.POSITIVE_INFINITY);
  costs[0] = 0;
  const relax = (at: number, cost: number) => {
    costs[at] = Math.min(costs[at] ?? cost, cost);
  };
  for (let row = 0; row <= printed.length; row++) {
    for (let column = 0; column <= meant.length; column++) {
      const cost = costs[row * width + column] ?? Number.POSITIVE_INFINITY;
      if (!Number.isFinite(cost)) continue;
      if (row < printed.length && column < meant.length && printed[row] === meant[column]) {
        relax((row + 1) * width + column + 1, cost);
      }
      for (const confusion of confusions) {
        if (printed.startsWith(confusion.printed, row) && meant.startsWith(confusion.meant, column)) {
          relax((row + confusion.printed.length) * width + column + confusion.meant.length, cost + confusion.cost);
        }
      }
    }
  }
  return costs[printed.length * width + meant.length] ?? Number.POSITIVE_INFINITY;
}
