import type { SoatBatch } from '../model/batch.js';
import type { SoatDocument } from '../model/document.js';

/** Tells under which name the round knows a document's agency: the list's, else the letterhead's; null where none tells. */
export function agencyNames({
  agencies,
}: Pick<SoatBatch, 'agencies'>): (document: Pick<SoatDocument, 'source' | 'report'>) => string | null {
  const names = new Map(
    agencies.flatMap(({ name, report, attachments }) =>
      [...(report === null ? [] : [report]), ...attachments].map((file) => [file, name] as const),
    ),
  );
  return ({ source, report }) => names.get(source.file) ?? report.agency;
}
