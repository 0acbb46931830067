import type { ReportFacts } from '../model/facts.js';
import type { Attachment } from '../model/paper.js';

/** The attachments of a report: papers behind it in its own file, then the files handed in with it. */
export function handedInWith(
  { attached, pages }: Pick<ReportFacts, 'attached' | 'pages'>,
  files: readonly Attachment[],
): readonly Attachment[] {
  const complete = pages.every(({ readable }) => readable);
  return attached.length === 0 ? files : [{ file: null, complete, papers: attached, claims: [] }, ...files];
}
