import { createHash } from 'node:crypto';
import type { FlowJob } from 'bullmq';
import { z } from 'zod';
import type { StageName } from '../audit/stageTask.js';
import type { DocumentKey, QueuedDocument } from '../store/Documents.js';
import { traceOfNow } from './tracing.js';

const document = { sha256: z.string().regex(/^[0-9a-f]{64}$/), pipeline: z.string().nullable() };

/** Job data holds ids only. */
export const jobData = {
  survey: z.strictObject(document),
  read: z.strictObject({ ...document, page: z.int().positive() }),
  analyse: z.strictObject(document),
  /** The document is the report; `sha256` is null for a file beside it that could not be opened. */
  match: z.strictObject({
    ...document,
    attachments: z.array(z.strictObject({ file: z.string(), sha256: document.sha256.nullable() })),
  }),
  /** What is compared stands in the database, under this key. */
  compare: z.strictObject({ comparison: document.sha256 }),
} as const satisfies Record<JobName, z.ZodType>;

/** The stages of a document, and the comparison of a round. */
export type JobName = StageName | 'compare';

type JobData = { readonly [Name in JobName]: z.infer<(typeof jobData)[Name]> };

/** A file handed in with a report. */
export type HandedInFile = JobData['match']['attachments'][number];

/** An inspector who waits for a file comes before a round that runs by night; BullMQ takes the lower number first. */
export const priorities = { inspector: 1, round: 10 } as const;

/** The first try and one more, after a pause: what stopped an engine may pass. */
const attempts = 2;
const backoff = { type: 'exponential', delay: 1_000, jitter: 0.5 } as const;

export function surveyJob(queued: QueuedDocument): FlowJob {
  return job('survey', documentOf(queued), idOf(queued), queued.priority);
}

/** The analysis of a document, which waits for the pages that are still to be read. A failed page does not stop it. */
export function analyseJob(queued: QueuedDocument, pages: readonly number[]): FlowJob {
  const id = idOf(queued);
  return {
    ...job('analyse', documentOf(queued), id, queued.priority),
    children: pages.map((page) => {
      const read = job('read', { ...documentOf(queued), page }, `${id}-${page}`, queued.priority);
      return { ...read, opts: { ...read.opts, ignoreDependencyOnFailure: true } };
    }),
  };
}

/** The report's analysis beside its attachments, which all have been read. */
export function matchJob(queued: QueuedDocument, attachments: readonly HandedInFile[]): FlowJob {
  const data = { ...documentOf(queued), attachments: attachments.map(({ file, sha256 }) => ({ file, sha256 })) };
  const id = `${idOf(queued)}-${createHash('sha256').update(JSON.stringify(data.attachments)).digest('hex').slice(0, 16)}`;
  return job('match', data, id, queued.priority);
}

/** The comparison of a round, whose reports all have been analysed. */
export function compareJob(comparison: string, priority: number): FlowJob {
  return job('compare', { comparison }, comparison, priority);
}

/** Of a document's survey and analysis; the content's hash comes first. */
function idOf({ sha256, pipeline }: DocumentKey): string {
  return pipeline === null ? sha256 : `${sha256}-${createHash('sha256').update(pipeline).digest('hex').slice(0, 8)}`;
}

/** The content that a job is about. */
export function sha256Of(jobId: string): string {
  return jobId.slice(0, 64);
}

function documentOf({ sha256, pipeline }: DocumentKey): DocumentKey {
  return { sha256, pipeline };
}

function job<Name extends JobName>(name: Name, data: JobData[Name], jobId: string, priority: number): FlowJob {
  // What a finished job has to tell stands in the database; kept here, its id would keep the next one out.
  const opts = { jobId, priority, attempts, backoff, removeOnComplete: true, removeOnFail: true, ...traceOfNow() };
  return { name, queueName: name, data, opts };
}
