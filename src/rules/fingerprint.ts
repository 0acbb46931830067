import { fold } from '../text/fold.js';

/**
 * A name for a finding that stays the same when its document is read again: 16 hexadecimal digits made of the rule and
 * what the finding is about. Message, page, quotation and confidence take no part, because OCR may change them.
 */
export function fingerprint(rule: string, subject: string): string {
  return hash(`${rule}|${subjectKey(subject)}`);
}

/** The same for a finding of a round, which is about one agency. */
export function roundFingerprint(rule: string, agencyKey: string, subject: string): string {
  return hash(`${rule}|${agencyKey}|${subjectKey(subject)}`);
}

const citation = 'citation:';

/**
 * Two subjects with one key are the same subject read twice. A document's number is compared without spaces, diacritics
 * and leading zeros, and with the letters and digits that OCR takes for each other as one; a section's path without spaces, marks and case, but D is
 * not Đ and I is not 1; a rubric id as it is.
 */
export function subjectKey(subject: string): string {
  if (subject.startsWith(citation)) {
    const number = fold(subject.slice(citation.length).normalize('NFC'))
      .replace(/[^a-z0-9:/&.-]/g, '')
      .replace(/[ilr]/g, '1')
      .replace(/[oq]/g, '0')
      .replace(/s/g, '5')
      .replace(/b/g, '8')
      .replace(/^0+(?=[1-9])/, '');
    return `${citation}${number}`;
  }
  if (subject.startsWith('section:'))
    return subject
      .toLowerCase()
      .normalize('NFD')
      .replace(/[\p{M}\s]/gu, '');
  return subject;
}

/** FNV-1a, 64 bits, over UTF-16 units: small, without dependencies, and the same everywhere. */
function hash(text: string): string {
  let state = 0xcbf29ce484222325n;
  for (let index = 0; index < text.length; index++) {
    state = BigInt.asUintN(64, (state ^ BigInt(text.charCodeAt(index))) * 0x100000001b3n);
  }
  return state.toString(16).padStart(16, '0');
}
