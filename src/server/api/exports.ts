import { z } from 'zod';
import { byId } from './common.js';
import { file, route } from './route.js';

const mediaTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  json: 'application/json',
} as const;

const language = z.enum(['vi', 'en']).default('vi');

export const exportRoutes = {
  exportRound: route({
    method: 'GET',
    path: '/rounds/:id/export',
    access: 'export',
    summary: 'A round as a workbook, a table of findings, or soat.batch/v1',
    params: byId,
    query: z.strictObject({ format: z.enum(['xlsx', 'csv', 'json']), language }),
    response: file(mediaTypes.xlsx, mediaTypes.csv, mediaTypes.json),
  }),
  exportDocument: route({
    method: 'GET',
    path: '/documents/:id/export',
    access: 'export',
    summary: 'A document as soat.document/v1',
    params: byId,
    query: z.strictObject({ format: z.enum(['json']) }),
    response: file(mediaTypes.json),
  }),
} as const;

export { mediaTypes };
