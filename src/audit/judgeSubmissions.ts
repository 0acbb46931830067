import { groupSubmissions, type HandedIn, type PlacedInput } from '../intake/groupSubmissions.js';
import type { Submission } from '../model/submission.js';
import { isTitledOtherwise, likeness, likenessToReport, type ReportLike } from './likenessToReport.js';

/** A file handed in and what reading it gave. */
export interface ReadFile extends PlacedInput {
  readonly document: ReportLike;
}

/**
 * Tells each agency's report from its attachments, by what the documents say. A file handed in alone is a report,
 * whatever its title; a PATH that is itself one agency's folder is one submission.
 */
export function judgeSubmissions(files: readonly ReadFile[]): readonly Submission[] {
  return [...byRoot(files).values()].flatMap((below) => {
    const groups = groupSubmissions(below);
    const [only, ...others] = groups;
    const asOne: HandedIn<ReadFile> = { name: nameOfRoot(below), files: below };
    if (only !== undefined && others.length > 0 && isOneSubmission(groups)) return [judge(asOne)];
    return groups.map(judge);
  });
}

function byRoot(files: readonly ReadFile[]): ReadonlyMap<string, readonly ReadFile[]> {
  const roots = new Map<string, ReadFile[]>();
  for (const file of files) roots.set(file.root, [...(roots.get(file.root) ?? []), file]);
  return roots;
}

/**
 * True where the PATH is an agency's own folder: one report lies in it, no other file anywhere below claims to be one,
 * and at least one is titled as another kind of paper. A folder of reports stays a round of one report each.
 */
function isOneSubmission(groups: readonly HandedIn<ReadFile>[]): boolean {
  const files = groups.flatMap((group) => group.files);
  const reports = files.filter(({ document }) => likenessToReport(document) >= likeness.claiming);
  const [report, another] = reports;
  if (report === undefined || another !== undefined || report.relativeName.includes('/')) return false;
  return files.some(({ document }) => isTitledOtherwise(document.report.title));
}

function nameOfRoot(files: readonly ReadFile[]): string {
  return files[0]?.root.split(/[/\\]/).at(-1) ?? '';
}

function judge({ name, files }: HandedIn<ReadFile>): Submission {
  const names = files.map(({ relativeName }) => relativeName);
  const reports = files.length === 1 ? files : likeliest(files);
  const [report, another] = reports;
  if (report === undefined) return { name, report: null, attachments: names, problem: 'no-report' };
  if (another !== undefined && !areCopies(reports)) {
    return { name, report: null, attachments: names, problem: 'several-reports' };
  }
  const attachments = names.filter((one) => one !== report.relativeName);
  return { name, report: report.relativeName, attachments, problem: null };
}

/** The files that are most surely a report; of equal ones those that claim points, the completely read first. */
function likeliest(files: readonly ReadFile[]): readonly ReadFile[] {
  const most = Math.max(...files.map(({ document }) => likenessToReport(document)));
  if (most === likeness.none) return [];
  const equal = files.filter(({ document }) => likenessToReport(document) === most);
  const claiming = equal.filter(({ document }) => document.scores.length > 0);
  return (claiming.length > 0 ? claiming : equal).sort(
    (left, right) => Number(right.document.status === 'complete') - Number(left.document.status === 'complete'),
  );
}

/** One report twice: the same bytes, or the same number and date printed on each form of it. */
function areCopies(reports: readonly ReadFile[]): boolean {
  const [first, ...others] = reports.map(({ document }) => document);
  return others.every(({ source, report }) => {
    if (source.sha256 === first?.source.sha256) return true;
    return report.number !== null && report.number === first?.report.number && report.date === first.report.date;
  });
}
