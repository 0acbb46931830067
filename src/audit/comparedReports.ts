import type { Attachment } from '../model/round.js';
import type { Submission } from '../model/submission.js';
import { likeness, likenessToReport, type ReportLike } from './likenessToReport.js';

/** A report of a round as it was handed in. */
export interface ComparedReport {
  readonly file: string;
  readonly sha256: string;
  /** The submission's folder, else the file's name. */
  readonly folder: string;
  readonly attachments: readonly Attachment[];
}

/**
 * The reports that a round compares: of a submission with several, each. One that could not be read has nothing to
 * compare, but its folder may tell whose it is; of a submission that holds no other report one such file stands for it.
 */
export function comparedReports(
  submissions: readonly Submission[],
  documents: readonly ReportLike[],
): readonly ComparedReport[] {
  const byFile = new Map(documents.map((document) => [document.source.file, document]));
  return submissions.flatMap(({ name, report, attachments }) => {
    const all = [...(report === null ? [] : [report]), ...attachments].flatMap((file) => byFile.get(file) ?? []);
    const read = all.filter(({ status }) => status !== 'failed');
    const told = read.filter(({ source }) => source.file === report);
    const claiming = report === null ? read.filter((one) => likenessToReport(one) >= likeness.claiming) : told;
    const reports = claiming.length > 0 ? claiming : all.filter(({ status }) => status === 'failed').slice(0, 1);
    const others = read.filter((document) => !reports.includes(document)).map(attachmentOf);
    return reports.map(({ source: { file, sha256 } }) => ({ file, sha256, folder: name, attachments: others }));
  });
}

function attachmentOf({ source: { file, sha256 }, report: { number, date, agency } }: ReportLike): Attachment {
  return { file, sha256, number, date, agency };
}
