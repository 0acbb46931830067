import type { TextVocabulary } from '../../model/vocabulary/text.js';
import { paperMarksOf } from '../../text/paperMarks.js';
import type { Title } from './findTitle.js';
import type { Segment } from './headAndTail.js';

/** Printed lines of a subject: more stand in no column of a letterhead. */
const longestSubject = 4;

/** What a letter is about, which has no title: `V/v gửi báo cáo …` below its number, over several lines of a narrow column. */
export function findSubject(head: readonly Segment[], vocabulary: TextVocabulary): Title | null {
  const marks = paperMarksOf(vocabulary);
  const start = head.findIndex(({ text, kind }) => kind === 'letterhead' && marks.isSubjectLine(text));
  const [first, ...others] = start === -1 ? [] : head.slice(start, start + longestSubject);
  if (first === undefined) return null;
  const isOther = ({ kind, text }: Segment) =>
    kind !== 'letterhead' || marks.isDateLine(text) || marks.isMotto(text) || marks.isSalutation(text);
  const end = others.findIndex(isOther);
  const lines = [first, ...(end === -1 ? others : others.slice(0, end))];
  const text = lines.map((line) => line.text).join(' ');
  return { text, span: { start: first.start, end: lines.at(-1)?.end ?? first.end } };
}
