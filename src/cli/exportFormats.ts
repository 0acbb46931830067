import type { Part } from '../export/writeRound.js';

/** What each format of the command line is made of. */
export const partsOf = {
  xlsx: ['xlsx'],
  docx: ['memos'],
  html: ['html'],
  csv: ['csv'],
  json: ['batch', 'documents'],
} as const satisfies Readonly<Record<string, readonly Part[]>>;

export type ExportFormat = keyof typeof partsOf;
export const exportFormats = Object.keys(partsOf) as readonly ExportFormat[];
