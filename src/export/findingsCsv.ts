import { stringify } from 'csv-stringify/sync';
import type { Language } from '../model/bilingual.js';
import type { SoatDocument } from '../model/document.js';
import { spreadsheetText } from './spreadsheetText.js';

const columns = [
  'agency',
  'file',
  'severity',
  'rule',
  'subject',
  'page',
  'message',
  'quotation',
  'confidence',
  'outcome',
  'fingerprint',
] as const;

/** All flags of all documents, one a row: UTF-8 with a byte order mark, so that Excel reads the Vietnamese. */
export function findingsCsv(documents: readonly SoatDocument[], language: Language): string {
  const rows = documents.flatMap(({ report, source, flags }) =>
    flags.map((flag) => ({
      agency: spreadsheetText(report.agency ?? ''),
      file: spreadsheetText(source.file),
      severity: flag.severity,
      rule: flag.rule,
      subject: flag.subject,
      page: flag.evidence[0]?.page ?? '',
      message: spreadsheetText(flag.message[language]),
      quotation: spreadsheetText(flag.evidence[0]?.text ?? ''),
      confidence: flag.confidence,
      outcome: flag.outcome,
      fingerprint: spreadsheetText(flag.fingerprint),
    })),
  );
  return stringify(rows, { bom: true, columns: [...columns], header: true, record_delimiter: 'windows' });
}
