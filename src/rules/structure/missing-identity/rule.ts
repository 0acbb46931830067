import type { Bilingual } from '../../../model/bilingual.js';
import { pageOf, type Span } from '../../../model/document-text.js';
import type { IdentityPart, ReportFacts } from '../../../model/facts.js';
import type { Finding, Rule } from '../../../model/rule.js';
import { cannotJudge } from '../../shared/cannotJudge.js';
import { fewestMarks } from '../../shared/unreadWithin.js';

const subject = 'document';
const parts: readonly IdentityPart[] = ['number', 'date', 'signer'];
const names: Readonly<Record<IdentityPart, Bilingual>> = {
  number: { vi: 'số, ký hiệu', en: 'the number' },
  date: { vi: 'ngày, tháng, năm', en: 'the date' },
  signer: { vi: 'người ký', en: 'the signer' },
};

/** The report's number, date or signer is not seen in its text. */
export const rule: Rule = {
  id: 'structure/missing-identity',
  severity: 'warning',
  title: { vi: 'Không thấy số, ngày hoặc người ký báo cáo', en: 'No number, date or signer is seen' },
  needsRubric: false,
  evaluate({ facts }) {
    const missing = parts.filter((part) => !isSeen(part, facts) && !facts.identity.unread.includes(part));
    const unread = parts.filter((part) => facts.identity.unread.includes(part));
    if (missing.length === 0 && unread.length === 0) return [{ outcome: 'pass', subject }];
    return [judge(missing, unread, facts)];
  },
};

function isSeen(part: IdentityPart, { identity }: ReportFacts): boolean {
  if (part === 'signer') return identity.signer !== null || identity.signatures.length > 0;
  return identity[part] !== null;
}

function judge(missing: readonly IdentityPart[], unread: readonly IdentityPart[], facts: ReportFacts): Finding {
  const evidence = quoted(unread, facts);
  const present = told(unread, 'có nhưng chưa đọc được', 'there, but could not be read');
  if (missing.length === 0) return cannotJudge(subject, 'doubtful-reading', capitalise(present), evidence);
  const absent = told(missing, 'không thấy trong văn bản', 'not seen in the text');
  const seen = unread.length === 0 ? absent : { vi: `${absent.vi} ${present.vi}`, en: `${absent.en} ${present.en}` };
  const message = capitalise(seen);
  if (missing.some((part) => mayStandUnread(part, facts)))
    return cannotJudge(subject, 'page-unread', message, evidence);
  const asked = {
    vi: `${message.vi} Đề nghị đối chiếu với bản phát hành.`,
    en: `${message.en} Please compare the issued original.`,
  };
  return { outcome: 'fail', subject, message: asked, evidence, confidence: 1 };
}

function told(which: readonly IdentityPart[], vi: string, en: string): Bilingual {
  const list = which.map((part) => names[part]);
  return {
    vi: `${list.map((name) => name.vi).join('; ')}: ${vi}.`,
    en: `${list.map((name) => name.en).join(', ')}: ${en}.`,
  };
}

function capitalise({ vi, en }: Bilingual): Bilingual {
  const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
  return { vi: capital(vi), en: capital(en) };
}

/** What could not be read, then the title (else the report's first heading or words) and what was seen. */
function quoted(unread: readonly IdentityPart[], { text, identity, sections }: ReportFacts): readonly Span[] {
  const first = text.paragraphs.find(({ kind }) => kind === 'title') ?? text.paragraphs[0] ?? sections[0]?.heading;
  const spans = { number: identity.numberSpan, date: identity.dateSpan, signer: identity.signerSpan };
  const placesOf = (which: readonly IdentityPart[]) => which.map((part) => spans[part]).filter((span) => span !== null);
  const seen = placesOf(parts.filter((part) => !unread.includes(part)));
  const title = first === undefined ? [] : [{ start: first.start, end: first.end }];
  return [...placesOf(unread), ...title, ...seen];
}

/** Number and date stand on the first page of the report, the signer on one of the last: was that page read whole? */
function mayStandUnread(part: IdentityPart, facts: ReportFacts): boolean {
  const { pages, text, sections } = facts;
  if (pages.some(({ readable }) => !readable)) return true;
  if (part === 'signer') return false;
  const first = sections[0] === undefined ? 1 : pageOf(text, sections[0].heading);
  // Ink in the upper third, where the letterhead stands; a signature's strokes at the end are expected.
  return pages.some(
    ({ number, unread }) => number <= first && unread.some(({ box, marks }) => marks >= fewestMarks && box[1] < 1 / 3),
  );
}
