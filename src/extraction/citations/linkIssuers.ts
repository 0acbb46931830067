import type { Span } from '../../model/document-text.js';
import { clauseStart } from './clauseStart.js';
import type { Lexicon } from './lexicon.js';
import type { Mention } from './mention.js';
import { readOrgan } from './readOrgan.js';
import { isCapital, isWordUnit, type Source, skipSpace } from './source.js';

/** Who issued each document, where the text says so: behind it, before it, or at the head or end of its list. */
export function linkIssuers(source: Source, mentions: readonly Mention[], lexicon: Lexicon): Mention[] {
  const linked = mentions.map((mention, index) => ({
    ...mention,
    issuer: issuerBehind(source, mention, lexicon) ?? issuerBefore(source, mention, mentions[index - 1], lexicon),
  }));
  for (let index = linked.length - 2; index >= 0; index--) {
    const mention = linked[index];
    const next = linked[index + 1];
    if (mention !== undefined && next?.continues === true && mention.issuer === null && sharesSymbol(mention, next)) {
      linked[index] = { ...mention, issuer: next.issuer };
    }
  }
  for (const [index, mention] of linked.entries()) {
    const previous = linked[index - 1];
    if (mention.issuer === null && mention.continues && previous !== undefined && sharesSymbol(mention, previous)) {
      linked[index] = { ...mention, issuer: previous.issuer };
    }
  }
  return linked;
}

/** Members of one list are one issuer's where their symbols name the same organ. */
function sharesSymbol(left: Mention, right: Mention): boolean {
  return left.groups.length > 0 && left.groups.at(-1)?.code === right.groups.at(-1)?.code;
}

/** `… ngày 19/9/2008 của Thủ tướng Chính phủ`; without `của` only where an organ's full head stands (`Hội nghị Trung ương 7`). */
function issuerBehind(source: Source, mention: Mention, lexicon: Lexicon): Span | null {
  let at = skipSpace(source, mention.span.end);
  if (source.text[at] === ')' || source.text[at] === ',') at = skipSpace(source, at + 1);
  const opener = lexicon.issuers.openers.startingAt(source, at);
  if (opener !== null) return readOrgan(source, opener.end, lexicon);
  const behind = source.text[mention.span.end];
  if (behind === ',' || behind === ')' || !isCapital(source.text, at)) return null;
  return lexicon.issuers.heads.startingAt(source, at) === null ? null : readOrgan(source, at, lexicon);
}

const farthest = 180;

/** `Sở Tài chính đã ban hành Kế hoạch số …`, `Sở Tài chính tại Công văn số …`. */
function issuerBefore(source: Source, mention: Mention, previous: Mention | undefined, lexicon: Lexicon): Span | null {
  const floor = Math.max(
    previous?.span.end ?? 0,
    mention.span.start - farthest,
    clauseStart(source, mention.span.start),
  );
  const plural = /(?:^|\s)cac\s{1,4}$/.exec(
    source.folded.slice(Math.max(0, mention.span.start - 8), mention.span.start),
  );
  const verb = lexicon.issuers.issuing.endingAt(source, mention.span.start - (plural?.[0].trimStart().length ?? 0));
  if (verb === null || verb.start < floor) return null;
  for (let at = floor; at < verb.start; at++) {
    if (isWordUnit(source.folded.charCodeAt(at - 1)) || !isCapital(source.text, at)) continue;
    const organ = readOrgan(source, at, lexicon);
    if (organ === null || organ.start !== at) continue;
    if (/^[\s,]*$/.test(source.text.slice(organ.end, verb.start))) return organ;
    at = organ.end;
  }
  return null;
}
