import { mapTexts, maskNames, namesOf } from './maskNames.js';
import type { RoundRecord } from './RoundRecord.js';

/**
 * The round with persons' names masked in every text: those of signers wherever they stand, and others behind a word of
 * address. A name that nothing marks as one stays, so whoever sends the files on has to look through them.
 */
export async function maskedRecord(record: RoundRecord): Promise<RoundRecord> {
  const names = new Set<string>();
  for await (const document of record.documents()) for (const name of namesOf(document)) names.add(name);
  const change = maskNames(names);
  return {
    ...record,
    batch: mapTexts(record.batch, change),
    documents: async function* () {
      for await (const document of record.documents()) yield mapTexts(document, change);
    },
  };
}
