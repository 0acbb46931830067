import { z } from 'zod';
import { flagSchema, quotationSchema } from '../../model/document.js';
import {
  agencyRef,
  byId,
  count,
  id,
  idInQuery,
  instant,
  outcome,
  pageOf,
  paging,
  points,
  search,
  several,
  severity,
  userRef,
} from './common.js';
import { nothing, route } from './route.js';

/** What a person says of a flag. */
export const decision = z.enum(['accept', 'dismiss', 'unsure']);
export type Decision = z.infer<typeof decision>;

/** Why a flag is dismissed; the list is closed so that statistics tell which rules ask in vain. */
export const dismissReason = z.enum([
  'misread',
  'explained-in-report',
  'explained-by-agency',
  'rule-does-not-apply',
  'immaterial',
  'other',
]);

/** `disagreement`: two people decided differently in a round with a second review. */
export const reviewState = z.enum(['open', 'accepted', 'dismissed', 'unsure', 'disagreement']);

const decided = z.strictObject({
  by: userRef,
  decision,
  reason: dismissReason.nullable(),
  note: z.string(),
  at: instant,
});

/** Words of another document, or of one of an earlier year. */
const elsewhere = z.strictObject({
  document: id.nullable().describe('null where it is of another round'),
  file: z.string(),
  agency: z.string().nullable(),
});

export const flag = z
  .strictObject({
    id,
    document: z.strictObject({ id, file: z.string(), version: count }).nullable(),
    agency: agencyRef.nullable(),
    with: z
      .string()
      .nullable()
      .describe('The other agency, for a finding that compares two; null too where the caller may not see it'),
    ...flagSchema.shape,
    evidence: z
      .array(quotationSchema.extend({ elsewhere: elsewhere.optional() }))
      .describe('Words of `document`, or `elsewhere`; those of a report that the caller may not see are left out'),
    reason: z.string().nullable().describe('Why it could not be judged'),
    criterion: z.string().nullable().describe('The criterion it touches, where it touches one'),
    points: points.nullable().describe('Points claimed for that criterion'),
    change: z.enum(['new', 'same']).nullable().describe('Against the version before; null without one'),
    review: z.strictObject({
      state: reviewState,
      decisions: z.array(decided).describe('The latest of each person'),
    }),
  })
  .meta({ id: 'Flag' });

export const historyEntry = z
  .strictObject({
    id,
    by: userRef,
    at: instant,
    action: z.enum(['accept', 'dismiss', 'unsure', 'undo']),
    from: reviewState,
    to: reviewState,
    reason: dismissReason.nullable(),
    note: z.string(),
    bulk: z.boolean().describe('One of many decided at once'),
    softwareVersion: z.string().describe('Of the rules at that moment'),
  })
  .meta({ id: 'HistoryEntry' });

export const flagFilterFields = {
  round: idInQuery.optional(),
  document: idInQuery.optional(),
  agency: idInQuery.optional(),
  rule: several(z.string().max(80)).optional(),
  severity: several(severity).optional(),
  outcome: several(outcome).optional(),
  origin: z
    .enum(['report', 'round'])
    .optional()
    .describe('`round`: what compares agencies; `report`: what one report says'),
  criterion: z.string().max(20).optional().describe('This criterion and those below it'),
  review: several(reviewState).optional(),
  change: z.enum(['new', 'same']).optional(),
  versions: z.enum(['newest', 'all']).default('newest'),
  q: search.optional().describe('In message, quotation, agency and file name'),
};
const flagFilter = z.strictObject(flagFilterFields);
export type FlagFilter = z.infer<typeof flagFilter>;

const note = z.string().trim().max(2000).default('');
const judgement = z
  .strictObject({ decision, reason: dismissReason.nullable().default(null), note })
  .refine(({ decision, reason }) => (decision === 'dismiss') === (reason !== null), {
    message: 'a dismissal needs a reason, and nothing else has one',
    path: ['reason'],
  })
  .refine(({ reason, note }) => reason !== 'other' || note !== '', {
    message: 'the reason “other” needs a note',
    path: ['note'],
  });

export const flagRoutes = {
  listFlags: route({
    method: 'GET',
    path: '/flags',
    access: 'read',
    summary: 'Flags by filter, gravest first unless asked otherwise',
    query: z.strictObject({
      ...paging,
      ...flagFilterFields,
      sort: z
        .enum(['severity', 'place', 'points', 'newest'])
        .default('severity')
        .describe('`place`: as in the document'),
    }),
    response: pageOf(flag),
  }),
  readFlag: route({
    method: 'GET',
    path: '/flags/:id',
    access: 'read',
    summary: 'One flag',
    params: byId,
    response: flag,
  }),
  readHistory: route({
    method: 'GET',
    path: '/flags/:id/history',
    access: 'read',
    summary: 'Every decision on a flag, oldest first; nothing is ever changed or removed',
    params: byId,
    response: z.strictObject({ items: z.array(historyEntry) }),
  }),
  decide: route({
    method: 'POST',
    path: '/flags/:id/decisions',
    access: 'review',
    summary: 'Accept, dismiss (with a reason) or mark as unsure',
    params: byId,
    body: judgement,
    response: flag,
  }),
  undoDecision: route({
    method: 'POST',
    path: '/flags/:id/undo',
    access: 'review',
    summary: 'Take one’s own latest decision on a flag back; the history keeps both',
    params: byId,
    response: flag,
  }),
  decideAll: route({
    method: 'POST',
    path: '/flags/decisions',
    access: 'review',
    summary: 'Decide on every flag of a filter at once',
    body: z.strictObject({
      filter: flagFilter,
      judgement,
      expected: count.describe('How many flags the person was shown; refused where there are more or fewer by now'),
    }),
    response: z.strictObject({ bulk: z.uuid(), flags: count }),
  }),
  undoAll: route({
    method: 'POST',
    path: '/bulk-decisions/:bulk/undo',
    access: 'review',
    summary: 'Take a decision on many flags back',
    params: z.strictObject({ bulk: z.uuid() }),
    response: nothing,
  }),
} as const;
