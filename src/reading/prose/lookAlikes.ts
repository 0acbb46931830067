/** Letters that differ by their marks alone, and what makes one look like the other. */
export interface LookAlike {
  readonly text: string;
  /** The marks that scans blur: a hook taken for another tone or for a dot, a tone lost over a circumflex. */
  readonly likely: boolean;
}

const vowels = ['aăâ', 'eê', 'i', 'oôơ', 'uư', 'y'];
const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
const hook = '\u0309';
const toneMark = /[\u0300\u0301\u0303\u0309\u0323]/u;

const families = new Map<string, readonly string[]>([
  ['d', ['đ']],
  ['đ', ['d']],
  ...vowels.flatMap((shapes) => {
    const family = [...shapes].flatMap((shape) => tones.map((tone) => (shape + tone).normalize('NFC')));
    return family.map((letter): [string, string[]] => [letter, family.filter((other) => other !== letter)]);
  }),
]);

/** The words that one letter with other marks makes of a word in lower case. */
export function lookAlikesOf(word: string): readonly LookAlike[] {
  return [...word].flatMap((letter, index) =>
    (families.get(letter) ?? []).map((other) => ({
      text: word.slice(0, index) + other + word.slice(index + 1),
      likely: isLikely(letter, other),
    })),
  );
}

function isLikely(printed: string, other: string): boolean {
  const [shape, tone] = apart(printed);
  const [otherShape, otherTone] = apart(other);
  if (shape !== otherShape) return false;
  return tone === hook || otherTone === hook || ('âêô'.includes(shape) && otherTone !== '');
}

function apart(letter: string): readonly [shape: string, tone: string] {
  const parts = letter.normalize('NFD');
  return [parts.replace(toneMark, '').normalize('NFC'), toneMark.exec(parts)?.[0] ?? ''];
}
