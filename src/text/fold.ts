/** Folded unit for each UTF-16 unit; 0 where it is not made yet. */
const table = new Uint16Array(0x10000);

const exceptions = new Map<string, string>([
  ...[...'đĐÐð'].map((letter): [string, string] => [letter, 'd']),
  ...[...'‐‑‒–—−'].map((dash): [string, string] => [dash, '-']),
  ...[...'⁄∕'].map((slash): [string, string] => [slash, '/']),
  ['\u00a0', ' '],
]);

/** Folded units of a piece of text: a long string is made of pieces, since one made of units takes four times as long. */
const piece = new Uint16Array(1024);
const shortest = 64;

/**
 * Text for matching: lower case, no diacritics, đ and eth as d, dashes as `-`, fraction slashes as `/`, no-break
 * space as a space. Takes NFC text and keeps its length in UTF-16 units, so that offsets stay valid.
 */
export function fold(text: string): string {
  let folded = '';
  if (text.length < shortest) {
    for (let index = 0; index < text.length; index++) folded += String.fromCharCode(foldedUnit(text.charCodeAt(index)));
    return folded;
  }
  for (let start = 0; start < text.length; start += piece.length) {
    const length = Math.min(piece.length, text.length - start);
    for (let index = 0; index < length; index++) piece[index] = foldedUnit(text.charCodeAt(start + index));
    folded += Reflect.apply(String.fromCharCode, null, length === piece.length ? piece : piece.subarray(0, length));
  }
  return folded;
}

function foldedUnit(unit: number): number {
  let made = table[unit] ?? 0;
  if (made === 0) {
    made = foldUnit(unit);
    table[unit] = made;
  }
  return made;
}

function foldUnit(unit: number): number {
  const letter = String.fromCharCode(unit);
  const exception = exceptions.get(letter);
  if (exception !== undefined) return exception.charCodeAt(0);
  // A lone surrogate half has neither case nor marks; decomposing or lowering it would lose it.
  if (unit >= 0xd800 && unit <= 0xdfff) return unit;
  const base = letter.normalize('NFD').charCodeAt(0);
  const lower = String.fromCharCode(base).toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : base;
}
