import { z } from 'zod';
import {
  agencyRef,
  byId,
  count,
  flagCounts,
  id,
  idInQuery,
  instant,
  pageOf,
  paging,
  points,
  search,
  userRef,
} from './common.js';
import { nothing, route } from './route.js';

/** `missing`: on the list of those that owe a report; `other-year`: handed one in, for another year than the round's. */
const submission = z.enum(['submitted', 'missing', 'other-year']);

export const agencyRow = z
  .strictObject({
    agency: agencyRef.nullable().describe('null where the report does not tell: its row is known by its file'),
    kind: z.string().nullable(),
    status: submission,
    document: id.nullable().describe('Its report in this round, newest version'),
    file: z.string().nullable(),
    year: z.int().nullable(),
    claimed: points.nullable().describe('The stated total'),
    maximum: points.nullable(),
    suggested: points.nullable().describe('Sum of the points that the inspector suggests, where any are'),
    pointsAtStake: points.describe('Claimed points of the criteria that have a flag of severity error or warning'),
    attachments: count,
    flags: flagCounts,
    disagreements: count,
    reviewers: z.array(userRef).describe('Empty: everyone may see it'),
  })
  .meta({ id: 'AgencyRow' });

export const heatCell = z
  .strictObject({
    criterion: z.string(),
    claimed: points.nullable(),
    maximum: points.nullable(),
    share: z.number().nullable().describe('claimed ÷ maximum, 0 to 1 (above 1 where more was claimed)'),
    suggested: points.nullable(),
    flags: flagCounts,
  })
  .meta({ id: 'HeatCell' });

export const heatMap = z
  .strictObject({
    criteria: z.array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        maximum: points.nullable(),
        depth: count.describe('0 for A, 1 for A.1'),
      }),
    ),
    rows: z.array(
      z.strictObject({
        agency: agencyRef.nullable(),
        file: z.string(),
        document: id,
        pointsAtStake: points,
        cells: z.array(heatCell).describe('Only criteria with a claim or a flag'),
      }),
    ),
  })
  .meta({ id: 'HeatMap' });

/** `undo`: as if nothing had been said. */
export const placementVerdict = z.enum(['confirm', 'refuse', 'undo']);

export const doubtfulFile = z
  .strictObject({
    document: id,
    file: z.string(),
    candidates: z.array(
      z.strictObject({
        agency: agencyRef,
        verdict: placementVerdict.exclude(['undo']).nullable().describe('What a person said; null: still to be said'),
        by: userRef.nullable(),
        at: instant.nullable(),
      }),
    ),
  })
  .meta({ id: 'DoubtfulFile' });

const inRound = z.strictObject({ id: idInQuery });

export const agencyRoutes = {
  listAgencies: route({
    method: 'GET',
    path: '/rounds/:id/agencies',
    access: 'read',
    summary: 'The agencies of a round, by points at stake unless asked otherwise',
    params: inRound,
    query: z.strictObject({
      ...paging,
      q: search.optional(),
      status: submission.optional(),
      sort: z.enum(['pointsAtStake', 'name', 'claimed', 'flags', 'open']).default('pointsAtStake'),
    }),
    response: pageOf(agencyRow),
  }),
  readHeatMap: route({
    method: 'GET',
    path: '/rounds/:id/heat-map',
    access: 'read',
    summary: 'Agencies × criteria: claimed share and flags',
    params: inRound,
    response: heatMap,
  }),
  listDoubtfulFiles: route({
    method: 'GET',
    path: '/rounds/:id/doubtful-files',
    access: 'read',
    summary: 'Files that may be of an agency of the round’s list, and what people said of them',
    params: inRound,
    response: z.strictObject({ items: z.array(doubtfulFile) }),
  }),
  placeDocument: route({
    method: 'PUT',
    path: '/documents/:id/agency',
    access: 'review',
    summary: 'Say whether a document is of an agency of its round’s list; it holds when the document is read again',
    params: byId,
    body: z.strictObject({ agency: id, verdict: placementVerdict }),
    response: nothing,
  }),
  setReviewers: route({
    method: 'PUT',
    path: '/agencies/:id/reviewers',
    access: 'administer',
    summary: 'Limit an agency’s reports to these people (administrators always see them); none: everyone',
    params: byId,
    body: z.strictObject({ users: z.array(id).max(200) }),
    response: z.strictObject({ reviewers: z.array(userRef) }),
  }),
} as const;
