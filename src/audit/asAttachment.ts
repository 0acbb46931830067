import type { SoatDocument } from '../model/document.js';

/** A document that is no report: read and identified, and nothing is asked of it that only a report must answer. */
export function asAttachment(document: SoatDocument): SoatDocument {
  return { ...document, role: 'attachment', notes: [], flags: [], checks: [], submitted: [] };
}
