import { z } from 'zod';
import { byId, id, instant, points, userRef } from './common.js';
import { nothing, route } from './route.js';

/** Words of a page that were read wrongly. Both readings are kept; rules run again on the corrected one. */
export const correction = z
  .strictObject({
    id,
    page: z.int().positive(),
    box: z.tuple([z.number(), z.number(), z.number(), z.number()]).describe('Of the corrected words'),
    read: z.string().describe('As the machine read it'),
    corrected: z.string(),
    note: z.string(),
    by: userRef,
    at: instant,
    applied: z.boolean().describe('false where a later reading of the page has other words there'),
    undoneAt: instant.nullable(),
  })
  .meta({ id: 'Correction' });

export const suggestionEntry = z
  .strictObject({ criterion: z.string(), points: points.nullable(), reason: z.string(), by: userRef, at: instant })
  .meta({ id: 'Suggestion' });

const fraction = z.number().min(0).max(1);
const criterion = z.string().regex(/^[A-ZĐ](\.[0-9]+)*$/);

export const correctionRoutes = {
  listCorrections: route({
    method: 'GET',
    path: '/documents/:id/corrections',
    access: 'read',
    summary: 'Corrected readings of a document, undone ones included',
    params: byId,
    response: z.strictObject({ items: z.array(correction) }),
  }),
  correctReading: route({
    method: 'POST',
    path: '/documents/:id/corrections',
    access: 'review',
    summary: 'Replace words that were read wrongly; the rules run again for this document',
    params: byId,
    body: z.strictObject({
      page: z.int().positive(),
      box: z.tuple([fraction, fraction, fraction, fraction]).describe('Around the words to be replaced'),
      read: z.string().trim().min(1).max(400).describe('The words as shown; refused where the page says otherwise'),
      corrected: z.string().trim().min(1).max(400),
      note: z.string().trim().max(2000).default(''),
    }),
    response: correction,
  }),
  undoCorrection: route({
    method: 'DELETE',
    path: '/corrections/:id',
    access: 'review',
    summary: 'Go back to the machine’s reading; the correction stays in the list',
    params: byId,
    response: nothing,
  }),
  suggestPoints: route({
    method: 'PUT',
    path: '/documents/:id/criteria/:criterion/suggestion',
    access: 'review',
    summary: 'The points that the inspector suggests for a criterion, and why; null takes them back',
    params: z.strictObject({ ...byId.shape, criterion }),
    body: z.strictObject({
      points: points.min(0).max(1000).nullable(),
      reason: z.string().trim().max(2000).default(''),
    }),
    response: suggestionEntry,
  }),
  listSuggestions: route({
    method: 'GET',
    path: '/documents/:id/suggestions',
    access: 'read',
    summary: 'Every suggestion of points for a document, oldest first',
    params: byId,
    response: z.strictObject({ items: z.array(suggestionEntry) }),
  }),
} as const;
