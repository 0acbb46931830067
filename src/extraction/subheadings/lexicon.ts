import type { EvidenceVocabulary } from '../../model/vocabulary/evidence.js';
import { fold } from '../../text/fold.js';
import { alternatives } from '../alternatives.js';

/** The words of sub-headings, ready for matching on folded text. */
export interface SubHeadingLexicon {
  readonly opener: RegExp;
  /** Between two items: a separator with an opener behind it. */
  readonly nextItem: RegExp;
  /** On printed text: without diacritics `tại` is the `tài` of `tài sản`. */
  readonly qualifier: RegExp;
  readonly verb: RegExp;
  readonly hollow: ReadonlySet<string>;
  readonly synonyms: readonly RegExp[];
  /** For each group of synonyms: its phrases of several words, where an item begins with one. */
  readonly namedFirst: readonly RegExp[];
  readonly coversAll: RegExp;
}

const compiled = new WeakMap<EvidenceVocabulary['subHeadings'], SubHeadingLexicon>();

export function subHeadingLexiconOf(vocabulary: EvidenceVocabulary['subHeadings']): SubHeadingLexicon {
  const known = compiled.get(vocabulary);
  if (known !== undefined) return known;
  const opener = alternatives(vocabulary.openers);
  const made: SubHeadingLexicon = {
    opener: new RegExp(`^\\s*(?:${opener}\\s*)+`),
    nextItem: new RegExp(`(?:\\s+va\\s+|\\s*[;,]\\s*(?:va\\s+)?|\\s+-\\s*)(?=${opener})`, 'g'),
    qualifier: new RegExp(`\\s*(?:[(:]|(?<!\\p{L})(?:${vocabulary.qualifiers.join('|')})(?!\\p{L}))`, 'iu'),
    verb: new RegExp(alternatives(vocabulary.verbs)),
    hollow: new Set(vocabulary.hollow.flatMap((phrase) => fold(phrase).split(/\s+/))),
    synonyms: vocabulary.synonyms.map((group) => new RegExp(alternatives(group))),
    // One word (`đơn`, `điện tử`) says too little to tell where a matter of its own begins.
    namedFirst: vocabulary.synonyms.map((group) => {
      const telling = group.filter((phrase) => phrase.includes(' '));
      return telling.length === 0 ? /(?!)/ : new RegExp(`^\\s*(?:${opener}\\s*)*${alternatives(telling)}`);
    }),
    coversAll: new RegExp(alternatives(vocabulary.coversAll)),
  };
  compiled.set(vocabulary, made);
  return made;
}
