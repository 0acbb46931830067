import type { IdentityVocabulary } from '../../model/vocabulary/identity.js';
import { fold } from '../../text/fold.js';
import { alternatives } from '../alternatives.js';

interface Cases {
  readonly official: readonly { readonly folded: string; readonly text: string }[];
  readonly heads: readonly string[];
  readonly names: RegExp;
  readonly nameByFolded: ReadonlyMap<string, string>;
  /** A word of level and the place's name behind it, to the end. */
  readonly level: RegExp;
  readonly levelWord: RegExp;
}

const memo = new WeakMap<IdentityVocabulary, Cases>();

function casesOf(vocabulary: IdentityVocabulary): Cases {
  let cases = memo.get(vocabulary);
  if (cases === undefined) {
    const longestFirst = (left: string, right: string) => right.length - left.length;
    const fixed = [...vocabulary.provinces, ...vocabulary.capitals];
    const levels = `(?:${[...vocabulary.levels].sort(longestFirst).join('|')})`;
    cases = {
      official: [...vocabulary.officialNames].sort(longestFirst).map((text) => ({ text, folded: fold(text) })),
      heads: vocabulary.agencyHeads.map(({ name }) => fold(name)).sort(longestFirst),
      names: new RegExp(`${alternatives(fixed)}`, 'g'),
      nameByFolded: new Map(fixed.map((name) => [fold(name), name])),
      // Not folded: `quản` (lý) is no `quận`. And `xã hội` is no commune.
      level: new RegExp(`(?<!\\p{L})${levels}\\s+(?!hội(?!\\p{L}))(?<place>.+)$`, 'du'),
      levelWord: new RegExp(`^${levels}$`, 'u'),
    };
    memo.set(vocabulary, cases);
  }
  return cases;
}

/** True where the letters of a text are capitals, but for a few that the reader may have got wrong. */
export function inCapitals(text: string): boolean {
  const letters = [...text].filter((letter) => /\p{L}/u.test(letter));
  const capitals = letters.filter((letter) => /\p{Lu}/u.test(letter));
  return letters.length > 0 && capitals.length >= 0.8 * letters.length;
}

/** A text in capitals as a sentence: provinces and abbreviations keep their capitals. Other texts stay as they are. */
export function sentenceCase(text: string, vocabulary: IdentityVocabulary): string {
  return inCapitals(text) ? capitalised(restoreNames(text.toLowerCase(), casesOf(vocabulary))) : text;
}

/**
 * An agency's name in capitals in its usual writing: `SỞ GIÁO DỤC VÀ ĐÀO TẠO` → `Sở Giáo dục và Đào tạo`,
 * `UBND QUẬN BẠCH HẠC` → `UBND quận Bạch Hạc`. Other names stay as they are.
 */
export function agencyCase(name: string, vocabulary: IdentityVocabulary): string {
  if (!inCapitals(name)) return name;
  const cases = casesOf(vocabulary);
  const lower = name.toLowerCase();
  const folded = fold(lower);
  const official = cases.official.find((one) => folded === one.folded || folded.startsWith(`${one.folded} `));
  const written = official === undefined ? headCase(lower, cases) : official.text + lower.slice(official.text.length);
  return restoreNames(placeCase(written, cases), cases);
}

/** `sở tài chính` → `Sở Tài chính`, `chi cục kiểm lâm` → `Chi cục Kiểm lâm`: the first word, and the one behind the head, begin with a capital. */
function headCase(lower: string, cases: Cases): string {
  const folded = fold(lower);
  const head = cases.heads.find((one) => folded.startsWith(`${one} `));
  const first = capitalised(lower);
  if (head === undefined) return first;
  const rest = first.slice(head.length + 1);
  return cases.level.exec(rest)?.index === 0 || cases.levelWord.test(rest)
    ? first
    : `${first.slice(0, head.length + 1)}${capitalised(rest)}`;
}

function placeCase(text: string, cases: Cases): string {
  const [from] = cases.level.exec(text)?.indices?.groups?.place ?? [];
  if (from === undefined) return text;
  const place = text.slice(from).replace(/\S+/g, (word) => (cases.levelWord.test(word) ? word : capitalised(word)));
  return text.slice(0, from) + place;
}

function restoreNames(text: string, cases: Cases): string {
  let restored = text;
  for (const match of fold(text).matchAll(cases.names)) {
    const name = cases.nameByFolded.get(match[0]);
    if (name !== undefined)
      restored = restored.slice(0, match.index) + name + restored.slice(match.index + match[0].length);
  }
  return restored;
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
