/** What each byte of a font made before Unicode shows: a letter, or a mark on the letter before it. */
export type LegacyTable = ReadonlyMap<number, string>;

/** @param rows letters or marks, each row with the characters of Latin-1 that stand for them, in the same order */
export function legacyTable(
  rows: readonly (readonly [shown: readonly string[] | string, bytes: string])[],
): LegacyTable {
  return new Map(
    rows.flatMap(([shown, bytes]) => [...shown].map((letter, at): [number, string] => [bytes.charCodeAt(at), letter])),
  );
}
