import type { SoatBatch } from '../model/batch.js';
import type { Bilingual, Language } from '../model/bilingual.js';
import type { SoatDocument } from '../model/document.js';
import type { Criterion } from '../model/pipeline.js';

/** What the files of a round are made from. */
export interface RoundRecord {
  readonly batch: SoatBatch;
  /** All documents in order, one at a time; called once for each pass, so that a large round needs no large memory. */
  documents(): AsyncIterable<SoatDocument> | Iterable<SoatDocument>;
  /** The round's criteria in order, parents first; empty where its pipeline is not known. */
  readonly criteria: readonly Pick<Criterion, 'id' | 'name' | 'max'>[];
  /** Titles of rules by their id. */
  readonly ruleTitles: ReadonlyMap<string, Bilingual>;
  readonly language: Language;
}

/** A rule's title, or its id where it has none. */
export function ruleTitle(
  { ruleTitles, language }: Pick<RoundRecord, 'ruleTitles' | 'language'>,
  rule: string,
): string {
  return ruleTitles.get(rule)?.[language] ?? rule;
}
