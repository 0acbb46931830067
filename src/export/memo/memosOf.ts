import type { SoatDocument } from '../../model/document.js';
import type { OutputFile } from '../OutputFile.js';
import type { RoundRecord } from '../RoundRecord.js';
import { resultFile } from '../resultNames.js';
import type { Review } from './criteriaLines.js';
import { memoOf } from './memoOf.js';

/** What people decided of a document; null where nobody has. */
export type ReviewOf = (file: string) => Promise<Review | null>;

/** The appraisal memo of a document; none where it is no report. */
export async function memosOf(
  record: RoundRecord,
  document: SoatDocument,
  reviewOf: ReviewOf = async () => null,
): Promise<readonly OutputFile[]> {
  const { file } = document.source;
  if (!record.batch.agencies.some(({ report }) => report === file)) return [];
  return [{ name: resultFile(file, '.docx'), content: await memoOf(record, document, await reviewOf(file)) }];
}
