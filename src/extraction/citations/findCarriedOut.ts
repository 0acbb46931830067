import { clauseStart } from './clauseStart.js';
import type { Lexicon } from './lexicon.js';
import type { Mention } from './mention.js';
import { isWordUnit, type Source } from './source.js';

/** Between the verb and its first document stand adverbs and `các nội dung của` at most. */
const farthest = 70;

/**
 * Says for each mention whether the verb that leads to it means that it is carried out (`Thực hiện`, `Căn cứ`), not issued.
 * Members of a list follow its first.
 */
export function findCarriedOut(source: Source, mentions: readonly Mention[], lexicon: Lexicon): boolean[] {
  const answers: boolean[] = [];
  for (const [index, mention] of mentions.entries()) {
    const previous = mentions[index - 1];
    const inherited = previous !== undefined && followsInList(source, previous, mention);
    answers.push(inherited ? (answers[index - 1] ?? false) : hasCarryingVerb(source, mention, previous, lexicon));
  }
  return answers;
}

function followsInList({ text }: Source, previous: Mention, mention: Mention): boolean {
  if (mention.continues) return true;
  const from = Math.max(previous.span.end, previous.issuer?.end ?? 0);
  if (from > mention.span.start) return false;
  const between = text.slice(from, mention.span.start).trim();
  return /^(?:[,;]|và|[,;]\s*và)$/.test(between);
}

function hasCarryingVerb(source: Source, mention: Mention, previous: Mention | undefined, lexicon: Lexicon): boolean {
  const { start } = mention.span;
  const floor = Math.max(previous?.span.end ?? 0, start - farthest, clauseStart(source, start));
  for (let at = start; at > floor; at--) {
    if (!isWordUnit(source.folded.charCodeAt(at - 1)) || isWordUnit(source.folded.charCodeAt(at))) continue;
    const verb = lexicon.carriedOut.verbs.endingAt(source, at);
    if (verb !== null && verb.start >= floor) return true;
    const stop = lexicon.carriedOut.breaks.endingAt(source, at);
    if (stop !== null && stop.start >= floor) return false;
  }
  return false;
}
