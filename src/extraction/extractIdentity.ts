import type { DigitalSignature, Identity, IdentityPart } from '../model/facts.js';
import type { IdentityVocabulary } from '../model/vocabulary/identity.js';
import { alternatives } from './alternatives.js';
import { sourceOfSpan } from './citations/source.js';
import { abbreviationOf, learnAbbreviation } from './identity/abbreviation.js';
import { findAgency } from './identity/findAgency.js';
import { findOwnDate, type OwnDate } from './identity/findOwnDate.js';
import { findAttachedNumber, findOwnNumber, type OwnNumber } from './identity/findOwnNumber.js';
import { findReportedYear } from './identity/findReportedYear.js';
import { findSigner } from './identity/findSigner.js';
import { findTitle } from './identity/findTitle.js';
import { type HeadAndTail, headAndTail } from './identity/headAndTail.js';
import type { ExtractionInput } from './input.js';

/**
 * Agency, number, date, year, title, place and signer of the report itself, not of a covering letter in the same file.
 * What stands there but could not be read (a number written by hand) is null and named in `unread`.
 */
export function extractIdentity(input: ExtractionInput, signatures: readonly DigitalSignature[]): Identity {
  const { text, parts, pipeline } = input;
  const { doubtfulConfidence } = pipeline.thresholds;
  const vocabulary = pipeline.vocabulary.identity;
  const lines = headAndTail(input);
  const number = ownNumber(input, lines);
  const title = findTitle(lines.head, vocabulary);
  const year = findReportedYear(text, title?.span ?? null, input.sections, doubtfulConfidence);
  const options = { doubtfulConfidence, reportedYear: year };
  // Some agencies print place and date above the signature.
  const date = findOwnDate(text, lines.head, options) ?? findOwnDate(text, lines.tail, options);
  const signer = findSigner(lines.tail, vocabulary);
  const body = sourceOfSpan(text, parts.report);
  const printed = number?.number == null ? null : abbreviationOf(number.number);
  const agency = findAgency(lines, body, printed, vocabulary);
  return {
    agency,
    abbreviation: printed ?? (agency === null ? null : learnAbbreviation(body.text, agency)),
    number: number?.number ?? null,
    numberSpan: number?.span ?? null,
    date: date?.date ?? null,
    dateSpan: date?.span ?? null,
    year,
    title: title?.text ?? null,
    place: date?.place ?? null,
    signer: signer?.signer ?? null,
    signerSpan: signer?.span ?? null,
    signatures,
    unread: unreadParts(number, date, signer !== null && signer.signer === null && signatures.length === 0),
  };
}

/** Above the title; else as the heads of the appendices name it. */
function ownNumber({ text, parts, pipeline }: ExtractionInput, { head }: HeadAndTail): OwnNumber | null {
  const { doubtfulConfidence } = pipeline.thresholds;
  const own = findOwnNumber(text, head, doubtfulConfidence);
  if (own?.number != null) return own;
  const pattern = attachedToOf(pipeline.vocabulary.identity);
  for (const appendix of parts.appendices) {
    const head = { start: appendix.start, end: Math.min(appendix.end, appendix.start + 600) };
    const attached = findAttachedNumber(text, head, pattern, doubtfulConfidence);
    if (attached !== null) return attached;
  }
  return own;
}

const attachedPatterns = new WeakMap<IdentityVocabulary, RegExp>();

function attachedToOf(vocabulary: IdentityVocabulary): RegExp {
  const known = attachedPatterns.get(vocabulary);
  if (known !== undefined) return known;
  const pattern = new RegExp(`${alternatives(vocabulary.attachedTo)}\\s*:?\\s*`);
  attachedPatterns.set(vocabulary, pattern);
  return pattern;
}

function unreadParts(number: OwnNumber | null, date: OwnDate | null, signerUnread: boolean): readonly IdentityPart[] {
  const unread: IdentityPart[] = [];
  if (number !== null && number.number === null) unread.push('number');
  if (date !== null && date.date === null) unread.push('date');
  if (signerUnread) unread.push('signer');
  return unread;
}
