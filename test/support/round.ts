import { batchFile } from '../../src/export/batchFile.js';
import type { RoundRecord } from '../../src/export/RoundRecord.js';
import type { BatchFlag } from '../../src/model/batch.js';
import type { SoatDocument } from '../../src/model/document.js';
import { criteriaOf } from '../../src/model/pipeline.js';
import type { Submission } from '../../src/model/submission.js';
import { loadPipeline } from '../../src/pipeline/loadPipeline.js';
import { catalogue } from '../../src/rules/index.js';
import { flagOf } from './document.js';

interface RoundFields {
  readonly duplicates?: number;
  readonly flags?: BatchFlag[];
  /** Default: every document is the report of an agency. */
  readonly submissions?: readonly Submission[];
}

/** A finished round over the given documents. */
export function recordOf(
  documents: readonly SoatDocument[],
  { duplicates = 0, flags = [], submissions = documents.map(alone) }: RoundFields = {},
): RoundRecord {
  const pipeline = 'pctn-2023';
  const times = { startedAt: new Date('2024-04-01T01:00:00Z'), finishedAt: new Date('2024-04-01T01:05:00Z') };
  return {
    batch: { ...batchFile({ pipeline, ...times, documents, submissions, duplicates, comparison: null }), flags },
    documents: () => documents,
    criteria: criteriaOf(loadPipeline(pipeline).pipeline),
    ruleTitles: new Map(catalogue.map(({ id, title }) => [id, title])),
    language: 'vi',
  };
}

function alone({ source: { file } }: SoatDocument): Submission {
  return { name: file, report: file, attachments: [], problem: null };
}

/** A flag between two agencies, with whatever a test cares for. */
export function batchFlagOf(fields: Partial<BatchFlag> = {}): BatchFlag {
  return {
    ...flagOf({ rule: 'batch/copied-text', severity: 'warning', subject: 'criterion:B.1' }),
    agency: 'Sở Mẫu',
    with: 'Sở Khác',
    file: 'bao-cao.pdf',
    evidence: [
      { file: 'bao-cao.pdf', text: 'Đã tổ chức 5 hội nghị.', page: 1, boxes: [] },
      { file: 'khac.pdf', text: 'Đã tổ chức 5 hội nghị.', page: 3, boxes: [] },
    ],
    ...fields,
  };
}
