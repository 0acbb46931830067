import type { Bilingual } from '../model/bilingual.js';
import { type Criterion, criteriaOf } from '../model/pipeline.js';
import { loadPipeline } from '../pipeline/loadPipeline.js';
import { rules } from '../rules/index.js';

/** The criteria of a pipeline in order; none where no report used one. */
export function criteriaFor(pipeline: string): readonly Criterion[] {
  return pipeline === '' ? [] : criteriaOf(loadPipeline(pipeline).pipeline);
}

/** What each rule is called. */
export function ruleTitles(): ReadonlyMap<string, Bilingual> {
  return new Map(rules.map(({ id, title }) => [id, title]));
}
