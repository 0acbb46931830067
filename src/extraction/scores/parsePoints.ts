/** Points as a pattern source for folded text: up to three digits and two decimals; O and l are read for 0 and 1. */
export const pointsPattern = String.raw`(?=[ol]?\d)[\dol]{1,4}(?:[.,][\dol]{1,2})?`;

const points = new RegExp(`^${pointsPattern}$`);

/** `19,5`, `98.5`, `05`, `2O` as a number; null where it is none. Takes folded text. */
export function parsePoints(folded: string): number | null {
  const bare = folded.trim();
  if (!points.test(bare)) return null;
  return Number(bare.replace(/o/g, '0').replace(/l/g, '1').replace(',', '.'));
}
