/** A pattern of the program and the file that asks it. */
export interface AskedPattern {
  readonly source: string;
  readonly flags: string;
  /** Below `src`. */
  readonly place: string;
}

const characters = [
  ...[' ', '\n', 'a', 'A', '1', '.', '-', '/', ',', '(', ':', 'đ'],
  ...['1.', 'a ', '1 ', 'A.', '1/', '(a', ' ,', '01-', 'ab. ', 'Ab ', '12,5 '],
];

/** Of src/text/sentences.ts. */
const longestSentence = 10_000;

/**
 * What a pattern asks for itself, its words and signs, the alternatives of its groups, and pairs of them: over and over
 * they make texts in which much is nearly matched.
 */
export function hostilePieces({ source, place }: AskedPattern): readonly string[] {
  const plain = source
    .replace(/\\[pP]\{[^}]*\}/gu, 'a')
    .replace(/\\d/g, '1')
    .replace(/\\s/g, ' ')
    .replace(/\\[bBwWDS]/g, 'a');
  const words = [...new Set(plain.match(/[\p{L}\d][\p{L}\d ]*|[^\p{L}\d\s\\()[\]{}|?*+^$]/gu) ?? [])].slice(0, 12);
  const pieces = [
    ...characters,
    ...words,
    ...words.map((word) => `${word} `),
    ...words.slice(0, 4).flatMap((one) => words.slice(0, 4).map((other) => `${one} ${other} `)),
  ];
  if (mayHoldAnything(place)) return [...new Set(pieces)];
  const squeezed = pieces.map((piece) => piece.replace(/\s+/gu, (space) => space.charAt(0)));
  return [...new Set(squeezed)].filter((piece) => piece.trim() !== '');
}

/** @param length in UTF-16 units; fewer where the room is never asked about so many */
export function hostileText(piece: string, { place }: AskedPattern, length: number): string {
  const asked = place.startsWith('extraction/figures/') ? Math.min(length, longestSentence) : length;
  return piece.repeat(Math.ceil(asked / piece.length)).slice(0, asked);
}

/** Text composed of pages holds no two white spaces in a row, and figures are sought in sentences; what `soat cite` is given may hold anything. */
function mayHoldAnything(place: string): boolean {
  return place.startsWith('text/') || place.startsWith('extraction/citations/');
}
