import { z } from 'zod';
import { bilingual, count } from './common.js';
import { route } from './route.js';

export const systemRoutes = {
  readSystem: route({
    method: 'GET',
    path: '/system',
    access: 'read',
    summary: 'Version, inbox, pipelines, limits of uploads; whether reading goes on',
    response: z
      .strictObject({
        version: z.string(),
        inbox: z.string().nullable().describe('The folder that is watched; told to administrators and reviewers'),
        pipelines: z.array(z.strictObject({ name: z.string(), year: z.int(), title: bilingual })),
        uploads: z.strictObject({ fileBytes: count, files: count }),
        reading: z.strictObject({
          stopped: bilingual.nullable().describe('Why the line stands still, and what to do; null while it runs'),
          active: count.describe('Pages in work now'),
          waiting: count,
          oldestSeconds: z.number().nullable().describe('How long the oldest job has waited'),
        }),
      })
      .meta({ id: 'System' }),
  }),
} as const;
