import type { SoatDocument } from '../model/document.js';
import type { Attachment } from '../model/round.js';
import type { Submission } from '../model/submission.js';
import { likeness, likenessToReport } from './likenessToReport.js';

/** A report of a round as it was handed in. */
export interface ComparedReport {
  readonly file: string;
  readonly sha256: string;
  /** The submission's folder, else the file's name. */
  readonly folder: string;
  readonly attachments: readonly Attachment[];
}

/** The reports that a round compares: of a submission with several, each. What could not be read has nothing to compare. */
export function comparedReports(
  submissions: readonly Submission[],
  documents: readonly SoatDocument[],
): readonly ComparedReport[] {
  const byFile = new Map(documents.map((document) => [document.source.file, document]));
  const read = (files: readonly string[]) =>
    files.flatMap((file) => byFile.get(file) ?? []).filter(({ status }) => status !== 'failed');
  return submissions.flatMap(({ name, report, attachments }) => {
    const beside = read(attachments);
    const reports =
      report === null ? beside.filter((one) => likenessToReport(one) >= likeness.claiming) : read([report]);
    const others = beside.filter((document) => !reports.includes(document)).map(attachmentOf);
    return reports.map(({ source: { file, sha256 } }) => ({ file, sha256, folder: name, attachments: others }));
  });
}

function attachmentOf({ source: { file, sha256 }, report: { number, date, agency } }: SoatDocument): Attachment {
  return { file, sha256, number, date, agency };
}
