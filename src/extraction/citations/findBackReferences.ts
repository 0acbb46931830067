import type { Lexicon } from './lexicon.js';
import type { Mention } from './mention.js';
import { isWordUnit, type Source, skipSpace } from './source.js';

/** `Kế hoạch nêu trên`, `Quyết định nói trên`: a type word and a word that points back. */
export function findBackReferences(source: Source, lexicon: Lexicon): Mention[] {
  const found: Mention[] = [];
  const capitals = /(?<![\p{Lu}\d])\p{Lu}\p{L}+/gu;
  for (let word = capitals.exec(source.text); word !== null; word = capitals.exec(source.text)) {
    const type = lexicon.types.startingAt(source, word.index);
    if (type === null || type.start !== word.index || isWordUnit(source.folded.charCodeAt(type.end))) continue;
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
    capitals.lastIndex = span.end;
  }
  return found;
}
