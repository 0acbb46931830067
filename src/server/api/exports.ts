import { z } from 'zod';
import { byId } from './common.js';
import { file, route } from './route.js';

const mediaTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  csv: 'text/csv',
  json: 'application/json',
  html: 'text/html',
  zip: 'application/zip',
} as const;

const language = z.enum(['vi', 'en']).default('vi');

const mask = z.stringbool().default(false).describe('Private persons’ names are masked; no pictures of pages');

export const exportRoutes = {
  exportRound: route({
    method: 'GET',
    path: '/rounds/:id/export',
    access: 'export',
    summary:
      'A round as a workbook, a table of findings, soat.batch/v1, or a ZIP of the workbook with pages that are read offline and appraisal memos',
    params: byId,
    query: z.strictObject({ format: z.enum(['xlsx', 'csv', 'json', 'zip']), language, mask }),
    response: file(mediaTypes.xlsx, mediaTypes.csv, mediaTypes.json, mediaTypes.zip),
  }),
  exportDocument: route({
    method: 'GET',
    path: '/documents/:id/export',
    access: 'export',
    summary: 'A report as an appraisal memo (in Vietnamese), soat.document/v1, or a page that is read offline',
    params: byId,
    query: z.strictObject({ format: z.enum(['docx', 'json', 'html']), language, mask }),
    response: file(mediaTypes.docx, mediaTypes.json, mediaTypes.html),
  }),
} as const;

export { mediaTypes };
