import { z } from 'zod';
import { bilingual, count, idInQuery, severity } from './common.js';
import { route } from './route.js';

export const ruleStatistics = z
  .strictObject({
    fired: count,
    cannotJudge: count,
    accepted: count,
    dismissed: count,
    unsure: count,
    open: count,
    dismissedShare: z.number().nullable().describe('dismissed ÷ decided; null where nothing was decided'),
  })
  .meta({ id: 'RuleStatistics' });

export const ruleRow = z
  .strictObject({
    id: z.string(),
    title: bilingual,
    severity: severity.describe('In this round'),
    catalogueSeverity: severity,
    statistics: ruleStatistics,
  })
  .meta({ id: 'Rule' });

const inRound = z.strictObject({ round: idInQuery.optional().describe('Count this round only') });

export const ruleRoutes = {
  listRules: route({
    method: 'GET',
    path: '/rules',
    access: 'read',
    summary: 'The catalogue, in its order, with how often each rule fired and was dismissed',
    query: inRound,
    response: z.strictObject({ items: z.array(ruleRow) }),
  }),
  readRule: route({
    method: 'GET',
    path: '/rules/:group/:name',
    access: 'read',
    summary: 'One rule with its page (Markdown)',
    params: z.strictObject({ group: z.string().max(40), name: z.string().max(80) }),
    query: inRound,
    response: ruleRow.extend({ page: z.string().describe('Markdown') }),
  }),
} as const;
