/** The middle value, or the mean of the two middle ones; 0 where there is none. */
export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = sorted.length >> 1;
  const [lower = 0, upper = 0] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return (lower + upper) / 2;
}

/** Brings the median distance to the standard deviation of a normal distribution. */
const asDeviation = 1.4826;

/** How far values usually lie from their median: outliers hardly move it. */
export function spreadOf(values: readonly number[]): number {
  const median = medianOf(values);
  return asDeviation * medianOf(values.map((value) => Math.abs(value - median)));
}
