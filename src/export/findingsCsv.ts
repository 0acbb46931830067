import { stringify } from 'csv-stringify/sync';
import type { Flag } from '../model/document.js';
import { agencyNames } from './agencyNames.js';
import type { RoundRecord } from './RoundRecord.js';
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

/**
 * All flags, one a row, those between agencies last; in pieces, as they come.
 * UTF-8 with a byte order mark, so that Excel reads the Vietnamese.
 */
export async function* findingsCsv({ documents, batch, language }: RoundRecord): AsyncGenerator<string> {
  const row = (agency: string | null, file: string, flag: Flag) => ({
    agency: spreadsheetText(agency ?? ''),
    file: spreadsheetText(file),
    severity: flag.severity,
    rule: flag.rule,
    subject: spreadsheetText(flag.subject),
    page: flag.evidence[0]?.page ?? '',
    message: spreadsheetText(flag.message[language]),
    quotation: spreadsheetText(flag.evidence[0]?.text ?? ''),
    confidence: flag.confidence,
    outcome: flag.outcome,
    fingerprint: spreadsheetText(flag.fingerprint),
  });
  const nameOf = agencyNames(batch);
  const options = { columns: [...columns], record_delimiter: 'windows' } as const;
  yield stringify([], { ...options, bom: true, header: true });
  for await (const document of documents()) {
    const { source, flags } = document;
    yield stringify(
      flags.map((flag) => row(nameOf(document), source.file, flag)),
      options,
    );
  }
  yield stringify(
    batch.flags.map((flag) => row(flag.agency, flag.file ?? '', flag)),
    options,
  );
}
