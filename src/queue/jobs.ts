import type { FlowJob } from 'bullmq';
import { z } from 'zod';
import type { StageName } from '../audit/stageTask.js';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Job data holds ids only. */
export const jobData = {
  survey: z.strictObject({ sha256 }),
  read: z.strictObject({ sha256, page: z.int().positive() }),
  analyse: z.strictObject({ sha256 }),
} as const satisfies Record<StageName, z.ZodType>;

type JobData = { readonly [Name in StageName]: z.infer<(typeof jobData)[Name]> };

/** The first try and one more. */
const attempts = 2;

export function surveyJob(document: string): FlowJob {
  return { ...job('survey', { sha256: document }), opts: { ...options, jobId: document } };
}

/** The analysis of a document, which waits for the pages that are still to be read. A failed page does not stop it. */
export function analyseJob(document: string, pages: readonly number[]): FlowJob {
  return {
    ...job('analyse', { sha256: document }),
    opts: { ...options, jobId: document },
    children: pages.map((page) => ({
      ...job('read', { sha256: document, page }),
      opts: { ...options, jobId: `${document}-${page}`, ignoreDependencyOnFailure: true },
    })),
  };
}

const options = { attempts, removeOnComplete: true } as const;

function job<Name extends StageName>(name: Name, data: JobData[Name]) {
  return { name, queueName: name, data };
}
