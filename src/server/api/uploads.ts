import { z } from 'zod';
import { bilingual, byId, count, errorCode, id } from './common.js';
import { route } from './route.js';

export const uploadResult = z
  .strictObject({
    accepted: z.array(
      z.strictObject({
        document: id,
        file: z.string(),
        duplicateOf: id.nullable().describe('The same bytes were handed in before'),
      }),
    ),
    refused: z.array(
      z.strictObject({ file: z.string(), code: errorCode, message: bilingual, document: id.nullable() }),
    ),
    aside: z.array(z.string()).describe('No documents: not taken'),
    total: count,
  })
  .meta({ id: 'UploadResult' });

export const uploadRoutes = {
  upload: route({
    method: 'POST',
    path: '/rounds/:id/files',
    access: 'upload',
    summary:
      'Hand files in: multipart/form-data, one part a file, its `filename` with the folders it was dropped with. Files of one request and top folder are one submission',
    params: byId,
    body: { kind: 'files' },
    response: uploadResult,
  }),
} as const;
