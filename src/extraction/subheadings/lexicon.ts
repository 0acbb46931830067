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
    coversAll: new RegExp(alternatives(vocabulary.coversAll)),
  };
  compiled.set(vocabulary, made);
  return made;
}
