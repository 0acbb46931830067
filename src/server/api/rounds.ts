import { z } from 'zod';
import { adjustableThresholds, type OwnThresholds, thresholdIds } from '../../model/thresholds.js';
import {
  bilingual,
  byId,
  count,
  errorCode,
  flagCounts,
  id,
  instant,
  pageOf,
  paging,
  search,
  severity,
  userRef,
} from './common.js';
import { events, nothing, route } from './route.js';

const thresholds = z
  .partialRecord(z.enum(thresholdIds), z.number())
  .refine(isWithinBounds, { message: 'a threshold is outside of its bounds, see /rounds/:id/thresholds' })
  .describe('Thresholds that differ from the pipeline’s');

function isWithinBounds(own: OwnThresholds): boolean {
  return adjustableThresholds.every(({ id, minimum, maximum, step }) => {
    const value = own[id];
    if (value === undefined) return true;
    return value >= minimum && value <= maximum && (step < 1 || Number.isInteger(value));
  });
}

const roundName = z.string().trim().min(1).max(160);
const settings = {
  name: roundName,
  pipeline: z.string().nullable().describe('A pipeline’s name; null: by each report’s year'),
  current: z.boolean().describe('Files of the inbox go to the current round; there is one'),
  secondReview: z.boolean().describe('Two people decide on each flag; where they differ, it is a disagreement'),
  severities: z.record(z.string(), severity).describe('Severities that differ from the catalogue’s, by rule'),
  thresholds,
};

export const documentCounts = z
  .strictObject({
    waiting: count,
    reading: count,
    complete: count,
    partial: count,
    failed: count,
    cancelled: count.describe('Stopped before they had a result'),
    duplicate: count,
  })
  .meta({ id: 'DocumentCounts' });

export const round = z
  .strictObject({
    id,
    ...settings,
    createdAt: instant,
    cancelledAt: instant.nullable(),
    agencies: count,
    documents: documentCounts,
    flags: flagCounts,
  })
  .meta({ id: 'Round' });

const expectedAgency = z.strictObject({
  name: z.string().trim().min(1).max(300),
  abbreviation: z.string().trim().max(40).nullable().default(null),
  kind: z.string().trim().max(80).nullable().default(null),
  superior: z.string().trim().max(300).nullable().default(null),
  otherNames: z
    .array(z.string().trim().min(1).max(300))
    .max(50)
    .default([])
    .describe('Names it bore before, or is called by'),
  files: z
    .array(z.string().trim().min(1).max(300))
    .max(50)
    .default([])
    .describe('Files or folders that are this agency’s'),
});

export const roundChange = z
  .strictObject({
    id,
    setting: z.string().describe('`name`, `severities.<rule>`, `thresholds.<id>` …'),
    before: z.string().nullable(),
    after: z.string().nullable(),
    by: userRef,
    at: instant,
  })
  .meta({ id: 'RoundChange' });

export const threshold = z
  .strictObject({
    id: z.enum(thresholdIds),
    name: bilingual,
    minimum: z.number(),
    maximum: z.number(),
    step: z.number(),
    ofPipeline: z.number(),
    value: z.number().describe('In this round'),
  })
  .meta({ id: 'Threshold' });

export const failureGroup = z
  .strictObject({
    code: errorCode,
    message: bilingual,
    retryable: z.boolean(),
    documents: count.describe('Documents that ended with this code'),
    pages: count.describe('Pages that could not be read with this code'),
  })
  .meta({ id: 'FailureGroup' });

export const progress = z
  .strictObject({
    round: id,
    documents: documentCounts,
    pages: z.strictObject({ done: count, total: count }),
    pagesPerMinute: z.number().nullable().describe('Of the last minutes; null where nothing was read in them'),
    secondsLeft: z.number().nullable(),
    failures: z.array(failureGroup),
  })
  .meta({ id: 'Progress' });

/** What the event stream tells; `document` and `flag` say that something changed, to be fetched anew. */
export const roundEvent = z
  .discriminatedUnion('type', [
    z.strictObject({ type: z.literal('progress'), progress }),
    z.strictObject({ type: z.literal('document'), document: id }),
    z.strictObject({ type: z.literal('flags'), document: id.nullable() }),
    z.strictObject({ type: z.literal('round'), round: id }),
  ])
  .meta({ id: 'RoundEvent' });

export const failure = z
  .strictObject({
    document: id,
    file: z.string(),
    code: errorCode,
    page: z.int().positive().nullable(),
    message: bilingual,
    detail: z.string().nullable(),
    retryable: z.boolean(),
  })
  .meta({ id: 'Failure' });

export const roundRoutes = {
  listRounds: route({
    method: 'GET',
    path: '/rounds',
    access: 'read',
    summary: 'All rounds, newest first',
    response: z.strictObject({ items: z.array(round) }),
  }),
  addRound: route({
    method: 'POST',
    path: '/rounds',
    access: 'administer',
    summary: 'Open a round; it becomes the current one',
    body: z.strictObject({
      name: roundName,
      pipeline: settings.pipeline.default(null),
      secondReview: settings.secondReview.default(false),
    }),
    response: round,
  }),
  readRound: route({
    method: 'GET',
    path: '/rounds/:id',
    access: 'read',
    summary: 'One round with its counts',
    params: byId,
    response: round,
  }),
  changeRound: route({
    method: 'PATCH',
    path: '/rounds/:id',
    access: 'administer',
    summary:
      'Change a round’s name and settings; severities take effect at once, with another pipeline or other thresholds its documents are analysed anew',
    params: byId,
    body: z.strictObject(settings).partial(),
    response: round,
  }),
  listRoundChanges: route({
    method: 'GET',
    path: '/rounds/:id/changes',
    access: 'read',
    summary: 'Who changed which setting of a round, newest first; nothing is ever changed or removed',
    params: byId,
    query: z.strictObject(paging),
    response: pageOf(roundChange),
  }),
  listThresholds: route({
    method: 'GET',
    path: '/rounds/:id/thresholds',
    access: 'read',
    summary: 'The thresholds that a round may set otherwise than its pipeline',
    params: byId,
    response: z.strictObject({ items: z.array(threshold) }),
  }),
  cancelRound: route({
    method: 'POST',
    path: '/rounds/:id/cancel',
    access: 'administer',
    summary: 'Stop reading what still waits; what was read stays, and `retry` goes on',
    params: byId,
    response: round,
  }),
  retryRound: route({
    method: 'POST',
    path: '/rounds/:id/retry',
    access: 'upload',
    summary: 'Run again what failed, was cancelled, or was made by an older version',
    params: byId,
    body: z.strictObject({
      codes: z.array(errorCode).optional().describe('Only what failed with one of these'),
      olderVersion: z.boolean().default(false).describe('Also what an older version of Soát read'),
    }),
    response: z.strictObject({ documents: count.describe('Handed in again') }),
  }),
  readProgress: route({
    method: 'GET',
    path: '/rounds/:id/progress',
    access: 'read',
    summary: 'Counts, rate, time left, failures by reason',
    params: byId,
    response: progress,
  }),
  followRound: route({
    method: 'GET',
    path: '/rounds/:id/events',
    access: 'read',
    summary: 'Server-sent events while a page is open',
    params: byId,
    response: events(roundEvent),
  }),
  listFailures: route({
    method: 'GET',
    path: '/rounds/:id/failures',
    access: 'read',
    summary: 'What could not be read, one a document and page',
    params: byId,
    query: z.strictObject({ ...paging, code: errorCode.optional(), q: search.optional() }),
    response: pageOf(failure),
  }),
  listExpectedAgencies: route({
    method: 'GET',
    path: '/rounds/:id/expected-agencies',
    access: 'administer',
    summary: 'The list of agencies that owe a report',
    params: byId,
    response: z.strictObject({ agencies: z.array(expectedAgency) }),
  }),
  removeExpectedAgencies: route({
    method: 'DELETE',
    path: '/rounds/:id/expected-agencies',
    access: 'administer',
    summary: 'Forget the list of agencies that owe a report',
    params: byId,
    response: nothing,
  }),
  importExpectedAgencies: route({
    method: 'POST',
    path: '/rounds/:id/expected-agencies/file',
    access: 'administer',
    summary: 'Take the list of agencies that owe a report from one XLSX or CSV file, as `--agencies` reads it',
    params: byId,
    body: { kind: 'files' },
    response: z.strictObject({ agencies: count }),
  }),
  setExpectedAgencies: route({
    method: 'PUT',
    path: '/rounds/:id/expected-agencies',
    access: 'administer',
    summary: 'The agencies that owe a report, as in `--agencies`',
    params: byId,
    body: z.strictObject({
      agencies: z.array(expectedAgency).max(5000),
    }),
    response: z.strictObject({ agencies: count }),
  }),
} as const;
