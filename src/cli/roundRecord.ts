import type { RoundRecord } from '../export/RoundRecord.js';
import type { Language } from '../model/bilingual.js';
import { criteriaOf } from '../model/pipeline.js';
import { loadPipeline } from '../pipeline/loadPipeline.js';
import { catalogue } from '../rules/index.js';
import type { LastRound } from '../store/lastRound.js';

/** A round with what its files need beside it: the criteria of its pipeline and the titles of the rules. */
export function roundRecord({ pipeline, batch, documents }: LastRound, language: Language): RoundRecord {
  const name = pipeline ?? batch.pipeline;
  return {
    batch,
    documents,
    // No report was read where no pipeline was used.
    criteria: name === '' ? [] : criteriaOf(loadPipeline(name).pipeline),
    ruleTitles: new Map(catalogue.map(({ id, title }) => [id, title])),
    language,
  };
}
