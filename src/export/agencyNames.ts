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

/** Tells whether a file has a page of its own among the round's: one of an earlier year has none. */
export function pagesIn({ agencies }: Pick<SoatBatch, 'agencies'>): (file: string) => boolean {
  const files = new Set(agencies.flatMap(({ report, attachments }) => [report, ...attachments]));
  return (file) => files.has(file);
}
