import { textOf } from '../../model/document-text.js';
import type { AbsenceStatement, ReportFacts } from '../../model/facts.js';

/** Beyond this what is denied is a sentence of its own; the quotation beside the message has it. */
const longestDenied = 90;

/** A denial as messages quote it: its words and what they deny, up to where the clause ends (`Không có viên chức bị xử lý`). */
export function printDenial({ span, phrase }: AbsenceStatement, { text }: Pick<ReportFacts, 'text'>): string {
  const behind = /^[^,;.:]*/.exec(textOf(text, { start: phrase.end, end: span.end }))?.[0] ?? '';
  const denied = behind.length <= longestDenied ? behind : behind.slice(0, behind.lastIndexOf(' ', longestDenied));
  return `${textOf(text, phrase)}${denied}${denied === behind ? '' : ' …'}`.replace(/\s+/g, ' ').trim();
}
