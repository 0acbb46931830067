import { confidenceOf, paragraphAt, type Span, textOf, wordsIn } from '../model/document-text.js';
import type { Citation, Identity } from '../model/facts.js';
import { sectionsAt } from '../model/sectionsAt.js';
import { findCarriedOut } from './citations/findCarriedOut.js';
import { findMentions } from './citations/findMentions.js';
import { isOwnNumber } from './citations/isOwnNumber.js';
import { type Lexicon, lexiconOf } from './citations/lexicon.js';
import { fullOf, type Mention, symbolOf } from './citations/mention.js';
import { ownCodeOf, provenanceOf } from './citations/provenance.js';
import { readTitle } from './citations/readTitle.js';
import { type RepairedSymbol, repairSymbol, type SymbolEvidence } from './citations/repairSymbol.js';
import { type Source, sourceOfDocument } from './citations/source.js';
import { oneLine } from './citeText.js';
import type { ExtractionInput } from './input.js';

interface Reading {
  readonly source: Source;
  readonly lexicon: Lexicon;
  readonly input: ExtractionInput;
  readonly identity: Identity;
  readonly ownCode: string | null;
  readonly evidence: SymbolEvidence;
}

/** Every mention of a document in the body, in order; not the report's own number. */
export function extractCitations(input: ExtractionInput, identity: Identity): readonly Citation[] {
  const lexicon = lexiconOf(input.pipeline.vocabulary.citations);
  const source = sourceOfDocument(input.text);
  const found = findMentions(source, lexicon);
  const ownCode = ownCodeOf(identity, found, lexicon);
  const mentions = found.filter(
    (mention) => standsInBody(input, mention.span) && !isOwnNumber(source, mention, identity, ownCode, lexicon),
  );
  const reading: Reading = {
    source,
    lexicon,
    input,
    identity,
    ownCode,
    evidence: evidenceIn(input, mentions, ownCode, lexicon),
  };
  const carriedOut = findCarriedOut(source, mentions, lexicon);
  return mentions.map((mention, index) =>
    citationOf(reading, mention, mentions[index + 1], carriedOut[index] ?? false),
  );
}

/** Letterhead, recipients and signature cite nothing, and a covering letter is not the report. */
function standsInBody({ text, parts }: ExtractionInput, span: Span): boolean {
  const letter = parts.coveringLetter;
  if (letter !== null && span.start >= letter.start && span.start < letter.end) return false;
  const kind = paragraphAt(text, span.start)?.kind;
  return kind !== 'letterhead' && kind !== 'recipients' && kind !== 'signature';
}

/** A code that several clearly read numbers bear is no misreading. */
function evidenceIn(
  { text, pipeline }: ExtractionInput,
  mentions: readonly Mention[],
  ownCode: string | null,
  lexicon: Lexicon,
): SymbolEvidence {
  const numbersByCode = new Map<string, Set<string>>();
  const fulls = new Set<string>();
  for (const mention of mentions) {
    if (confidenceOf(text, mention.numberSpan) < pipeline.thresholds.doubtfulConfidence) continue;
    for (const { code } of mention.groups) {
      numbersByCode.set(code, (numbersByCode.get(code) ?? new Set()).add(mention.number ?? ''));
    }
    if (mention.groups.every(({ known }) => known)) fulls.add(`${mention.number} ${symbolOf(mention)}`);
  }
  const repeated = [...numbersByCode].filter(([, numbers]) => numbers.size > 1).map(([code]) => code);
  const codes = ownCode === null ? repeated : [...repeated, ownCode];
  return { codes: new Set(codes.filter((code) => !lexicon.typeCodes.has(code))), fulls };
}

/** `30 /BC-VKS` on a picture: a digit may have gone where the gap is. */
function mayLackDigit(number: string): boolean {
  return /^\d+\s+[/⁄]/.test(number);
}

function citationOf(reading: Reading, mention: Mention, next: Mention | undefined, carriedOut: boolean): Citation {
  const { source, lexicon, input, identity, ownCode, evidence } = reading;
  const { text, sections, pipeline } = input;
  const scanned = wordsIn(text, mention.numberSpan).some(({ confidence }) => confidence < 1);
  const symbol: RepairedSymbol = scanned
    ? repairSymbol(mention, evidence, lexicon)
    : { groups: mention.groups, repaired: false, known: true };
  const read = { ...mention, groups: symbol.groups };
  const issuer = mention.issuer === null ? null : oneLine(textOf(text, mention.issuer));
  const confidence = Math.min(
    confidenceOf(text, mention.numberSpan),
    mention.date === null ? 1 : confidenceOf(text, mention.date),
  );
  const { refersTo } = mention;
  return {
    kind: mention.kind,
    span: mention.span,
    numberSpan: mention.numberSpan,
    text: textOf(text, mention.span),
    type: mention.type?.name ?? null,
    number: mention.number,
    year: mention.year,
    symbol: symbolOf(read),
    full: fullOf(read),
    date: mention.date?.date ?? null,
    dateText: mention.date === null ? null : textOf(text, mention.date),
    dateSpan: mention.date === null ? null : { start: mention.date.start, end: mention.date.end },
    dateStatus: mention.date?.status ?? 'none',
    issuer,
    title: readTitle(source, mention, next, lexicon),
    provenance: provenanceOf({
      mention: refersTo ?? mention,
      groups: refersTo?.groups ?? symbol.groups,
      issuer: issuer ?? (refersTo?.issuer == null ? null : oneLine(textOf(text, refersTo.issuer))),
      carriedOut,
      ownCode,
      identity,
      lexicon,
    }),
    carriedOut,
    section: sectionsAt(sections, mention.span.start)[0]?.path ?? null,
    refersTo: refersTo === null ? null : { full: fullOf(refersTo) ?? '', date: refersTo.date?.date ?? null },
    confidence,
    doubtful:
      confidence < pipeline.thresholds.doubtfulConfidence ||
      mention.mended ||
      symbol.repaired ||
      !symbol.known ||
      (scanned && mayLackDigit(textOf(text, mention.numberSpan))),
  };
}
