import type { StageOutcome } from '../store/StageResults.js';
import { wholeDocument } from '../store/StageResults.js';
import type { JobContext } from './handlers.js';
import { isOfPipeline } from './isOfPipeline.js';
import { type JobName, jobData } from './jobs.js';
import { loadAttachments } from './loadAttachments.js';

/**
 * Ends what a job is about after a fault that nobody expected, at every try: the page, document or comparison has the code `internal`,
 * and others go on.
 * @throws SoatError where it is the machine that lacks something
 */
export async function endWithFault(name: JobName, data: unknown, fault: unknown, context: JobContext): Promise<void> {
  await context.store.check();
  if (isOfPipeline(fault)) return endWithoutKeys(name, data, context);
  const detail = fault instanceof Error ? fault.message : String(fault);
  await ends[name](data, { ok: false, code: 'internal', detail }, context);
}

/** Without its pipeline nothing has a key to be kept under; whoever publishes the document finds the same fault. */
async function endWithoutKeys(name: JobName, data: unknown, { store }: JobContext): Promise<void> {
  if (name === 'survey' || name === 'analyse') await store.documents.end(jobData[name].parse(data), 'failed');
}

type End = (data: unknown, outcome: StageOutcome, context: JobContext) => Promise<void>;

const ends: Readonly<Record<JobName, End>> = {
  survey: async (data, outcome, { store, keys }) => {
    const { sha256, pipeline } = jobData.survey.parse(data);
    await store.results.keep(sha256, wholeDocument, keys(pipeline).survey, outcome);
    await store.documents.end({ sha256, pipeline }, 'failed');
  },
  read: async (data, outcome, { store, keys }) => {
    const { sha256, pipeline, page } = jobData.read.parse(data);
    await store.results.keep(sha256, page, keys(pipeline).read, outcome);
  },
  analyse: async (data, outcome, { store, keys: keysOf }) => {
    const { sha256, pipeline } = jobData.analyse.parse(data);
    const keys = keysOf(pipeline);
    const key = keys.analyse(await store.results.pageErrors(sha256, keys.read));
    await store.results.keep(sha256, wholeDocument, key, outcome);
    await store.documents.end({ sha256, pipeline }, 'failed');
  },
  match: async (data, outcome, { store: { results }, keys: keysOf }) => {
    const { sha256, pipeline, attachments } = jobData.match.parse(data);
    const keys = keysOf(pipeline);
    const pages = await results.pageErrors(sha256, keys.read);
    const key = keys.match(pages, await loadAttachments(results, keys, attachments));
    await results.keep(sha256, wholeDocument, key, outcome);
  },
  compare: async (data, outcome, { store }) => store.comparisons.keep(jobData.compare.parse(data).comparison, outcome),
};
