/**
 * Gives claims that name no criterion to the criteria left over, where both are as many and print the same maxima in the
 * same order; nothing where they differ in the least.
 */
export function inOrderOfMaxima<Claim extends { readonly max: number | null }>(
  claims: readonly Claim[],
  criteria: readonly { readonly id: string; readonly max: number | null }[],
): Map<Claim, string> {
  const agree =
    claims.length === criteria.length && claims.every(({ max }, index) => max !== null && max === criteria[index]?.max);
  return new Map(agree ? claims.map((claim, index) => [claim, criteria[index]?.id ?? '']) : []);
}
