import type { Lexicon, TypeEntry } from './lexicon.js';
import type { Mention } from './mention.js';
import type { Found } from './phrases.js';
import { isWordUnit, type Source, skipSpace } from './source.js';

/** `Kế hoạch nêu trên`, `Quyết định nói trên`: a type word and a word that points back. */
export function findBackReferences(
  source: Source,
  typeWords: readonly Found<TypeEntry>[],
  lexicon: Lexicon,
): Mention[] {
  const found: Mention[] = [];
  for (const type of typeWords) {
    if (type.start < (found.at(-1)?.span.end ?? 0) || isWordUnit(source.folded.charCodeAt(type.end))) continue;
    const next = skipSpace(source, type.end);
    const pointer = lexicon.backReferences.startingAt(source, next);
    if (pointer === null || pointer.start !== next) continue;
    const span = { start: type.start, end: pointer.end };
    found.push({
      kind: 'short',
      span,
      numberSpan: span,
      type: type.value,
      ownType: true,
      number: null,
      year: null,
      mark: '/',
      groups: [],
      marks: [],
      mended: false,
      date: null,
      dateLink: null,
      continues: false,
      issuer: null,
      refersTo: null,
    });
  }
  return found;
}
