import type { SoatDocument } from '../model/document.js';
import { compareFlags, type FlagChanges, traceOf } from '../model/flagChanges.js';
import type { Runs } from '../store/Runs.js';

/**
 * Keeps what a run reports of a file, and tells what is new and gone since the last run over it: over the file of that
 * path, else over the report of that agency and year. Null where there was none, and for what is no report.
 */
export async function changesSince(
  runs: Runs,
  run: string,
  path: string,
  document: SoatDocument,
): Promise<FlagChanges | null> {
  if (document.role === 'attachment' || document.status === 'failed') {
    await runs.keepFlags(run, path, null, null);
    return null;
  }
  const { agency, year } = document.report;
  const report = agency === null || year === null ? null : `${agency}, ${year}`;
  const flags = document.flags.map(traceOf);
  const earlier = await runs.earlierFlags(run, path, report);
  await runs.keepFlags(run, path, report, flags);
  return earlier === null ? null : compareFlags(earlier, flags);
}
