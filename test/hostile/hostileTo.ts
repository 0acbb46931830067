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
 * Texts made to slow a pattern: what it asks for itself, its words and signs, the alternatives of its groups, each over
 * and over, and pairs of them, so that much is nearly matched.
 * @param length in UTF-16 units
 */
export function hostileTo({ source, place }: AskedPattern, length: number): readonly string[] {
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
  const texts = [...new Set(pieces)].map((piece) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length));
  // Text composed of pages holds no two white spaces in a row, and figures are sought in sentences; what `soat cite` is given may hold anything.
  if (place.startsWith('text/') || place.startsWith('extraction/citations/')) return texts;
  const longest = place.startsWith('extraction/figures/') ? longestSentence : length;
  return texts.map((text) => text.replace(/\s+/gu, (space) => space.charAt(0)).slice(0, longest));
}
