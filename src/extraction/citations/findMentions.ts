import { findBackReferences } from './findBackReferences.js';
import { findNamedLaws } from './findNamedLaws.js';
import { findNumbered } from './findNumbered.js';
import { findTypeWords } from './findTypeWords.js';
import type { Lexicon } from './lexicon.js';
import { linkDates } from './linkDates.js';
import { linkIssuers } from './linkIssuers.js';
import type { Mention } from './mention.js';
import { resolveShortForms } from './resolveShortForms.js';
import type { Source } from './source.js';

/** Every mention of a document in a text, in order: by number, by short form, by name. */
export function findMentions(source: Source, lexicon: Lexicon): Mention[] {
  const numbered = linkDates(source, linkIssuers(source, findNumbered(source, lexicon), lexicon), lexicon);
  const typeWords = findTypeWords(source, lexicon);
  const unnumbered = [...findNamedLaws(source, typeWords, lexicon), ...findBackReferences(source, typeWords, lexicon)];
  const all = [...numbered, ...withoutOverlaps(unnumbered, numbered)].sort(
    (left, right) => left.span.start - right.span.start,
  );
  return resolveShortForms(all).filter(
    ({ kind, number, refersTo }) => kind !== 'short' || number !== null || refersTo !== null,
  );
}

function withoutOverlaps(candidates: readonly Mention[], taken: readonly Mention[]): Mention[] {
  const ordered = [...candidates].sort((left, right) => left.span.start - right.span.start);
  let index = 0;
  return ordered.filter(({ span }) => {
    while ((taken[index]?.span.end ?? Number.POSITIVE_INFINITY) <= span.start) index++;
    const next = taken[index];
    return next === undefined || next.span.start >= span.end;
  });
}
