import { z } from 'zod';
import { documentSchema } from '../../model/document.js';
import {
  agencyRef,
  byId,
  count,
  errorCode,
  flagCounts,
  id,
  idInQuery,
  instant,
  pageOf,
  paging,
  points,
  search,
  several,
  severity,
} from './common.js';
import { flag } from './flags.js';
import { file, nothing, route } from './route.js';

/** `waiting` and `reading` have no result yet; `cancelled` was stopped before it had one. */
export const documentState = z.enum(['waiting', 'reading', 'complete', 'partial', 'failed', 'cancelled']);

export const documentRow = z
  .strictObject({
    id,
    round: id,
    file: z.string().describe('Its name as handed in, with sub-folders'),
    sha256: z.string(),
    bytes: count,
    pages: count.nullable(),
    pagesDone: count,
    state: documentState,
    kind: z.enum(['report', 'attachment']).nullable().describe('null until it was read'),
    submission: z.string().nullable().describe('The folder with which it was handed in'),
    agency: agencyRef.nullable(),
    number: z.string().nullable(),
    date: z.string().nullable(),
    year: z.int().nullable(),
    title: z.string().nullable(),
    claimed: points.nullable(),
    pointsAtStake: points,
    flags: flagCounts,
    version: count.describe('1 for the first report of this agency and year, 2 for the one that replaced it'),
    newest: z.boolean(),
    duplicateOf: id.nullable().describe('The document of the same bytes that came first'),
    handedInAt: instant,
    handedInBy: z.string().describe('`inbox`, or a person’s name'),
    errors: z.array(
      z.strictObject({
        code: errorCode,
        page: z.int().positive().nullable(),
        message: z.string(),
        retryable: z.boolean(),
      }),
    ),
    notices: z
      .array(z.enum(['duplicate', 'new-version', 'no-rubric-for-year', 'older-software']))
      .describe('What the inspector should be told of this document'),
  })
  .meta({ id: 'DocumentRow' });

const relation = z.strictObject({ id, file: z.string(), version: count, handedInAt: instant });

export const documentDetail = documentRow
  .extend({
    versions: z.array(relation).describe('All versions of the report, newest first, this one included'),
    duplicates: z.array(relation).describe('Later files of the same bytes'),
    attachments: z.array(relation),
    softwareVersion: z.string().nullable(),
    pipeline: z.string().nullable(),
    correctionCount: count,
  })
  .meta({ id: 'DocumentDetail' });

export const criterionRow = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    depth: count,
    maximum: points.nullable(),
    claimed: points.nullable(),
    score: z.int().nonnegative().nullable().describe('Index of the claim in `scores` of the result'),
    section: z.string().nullable(),
    page: z.int().positive().nullable(),
    citations: z.array(z.int().nonnegative()).describe('Indices of the evidence in `citations` of the result'),
    flags: z.array(id),
    suggestion: z
      .strictObject({ points: points.nullable(), reason: z.string(), by: z.string(), at: instant })
      .nullable(),
    expectedEvidence: z.array(z.string()).describe('What the rubric names as proof'),
  })
  .meta({ id: 'CriterionRow' });

export const comparison = z
  .strictObject({
    from: relation,
    to: relation,
    appeared: z.array(flag).describe('Flags that only `to` has'),
    gone: z.array(flag).describe('Flags that only `from` has'),
    stayed: z.array(flag),
    scores: z.array(z.strictObject({ criterion: z.string(), from: points.nullable(), to: points.nullable() })),
  })
  .meta({ id: 'Comparison' });

export const documentFilter = {
  round: idInQuery.optional(),
  agency: idInQuery.optional(),
  state: several(documentState).optional(),
  year: z.coerce.number().int().optional(),
  severity: several(severity).optional().describe('Has a flag of one of these'),
  rule: z.string().optional().describe('Has a flag of this rule'),
  code: errorCode.optional().describe('Ended with, or has a page with, this error'),
  versions: z.enum(['newest', 'all']).default('newest'),
  q: search.optional().describe('In file name, agency, number and title; without diacritics'),
};

const pageOfDocument = z.strictObject({ ...byId.shape, page: idInQuery });

export const documentRoutes = {
  listDocuments: route({
    method: 'GET',
    path: '/documents',
    access: 'read',
    summary: 'Documents by filter',
    query: z.strictObject({
      ...paging,
      ...documentFilter,
      sort: z.enum(['handedInAt', 'pointsAtStake', 'file', 'flags']).default('handedInAt'),
    }),
    response: pageOf(documentRow),
  }),
  readDocument: route({
    method: 'GET',
    path: '/documents/:id',
    access: 'read',
    summary: 'One document: state, versions, duplicates, attachments',
    params: byId,
    response: documentDetail,
  }),
  readResult: route({
    method: 'GET',
    path: '/documents/:id/result',
    access: 'read',
    summary: 'All that was read and found, as soat.document/v1',
    params: byId,
    response: documentSchema,
  }),
  readCriteria: route({
    method: 'GET',
    path: '/documents/:id/criteria',
    access: 'read',
    summary: 'The rubric with this document’s claims, evidence, flags and suggested points',
    params: byId,
    response: z.strictObject({ items: z.array(criterionRow), total: points.nullable() }),
  }),
  readPageImage: route({
    method: 'GET',
    path: '/documents/:id/pages/:page/image',
    access: 'read',
    summary: 'A page as people see it, 1400 pixels wide; boxes of the result are fractions of it',
    params: pageOfDocument,
    response: file('image/webp'),
  }),
  readPageWords: route({
    method: 'GET',
    path: '/documents/:id/pages/:page/words',
    access: 'read',
    summary: 'A page’s words with their boxes and confidence; corrected ones as people read them',
    params: pageOfDocument,
    response: z.strictObject({
      words: z.array(
        z.strictObject({
          text: z.string(),
          box: z.tuple([z.number(), z.number(), z.number(), z.number()]),
          confidence: z.number(),
          read: z.string().nullable().describe('What the machine read, where a person corrected it'),
        }),
      ),
    }),
  }),
  readOriginal: route({
    method: 'GET',
    path: '/documents/:id/original',
    access: 'read',
    summary: 'The file as handed in',
    params: byId,
    response: file('application/octet-stream'),
  }),
  compareVersions: route({
    method: 'GET',
    path: '/documents/:id/comparison',
    access: 'read',
    summary: 'What changed between an earlier version and this one',
    params: byId,
    query: z.strictObject({ with: idInQuery.optional().describe('Default: the version before') }),
    response: comparison,
  }),
  retryDocument: route({
    method: 'POST',
    path: '/documents/:id/retry',
    access: 'upload',
    summary: 'Read again what failed in this document',
    params: byId,
    response: nothing,
  }),
} as const;
