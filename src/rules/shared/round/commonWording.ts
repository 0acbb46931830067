import { criteriaOf, type Pipeline } from '../../../model/pipeline.js';
import { fold } from '../../../text/fold.js';
import { tripleHashes } from '../likeness/tripleHashes.js';
import type { IsCommon } from './SubstanceIndex.js';

/** Wording that is nobody's own: the rubric's, and what more of the round's agencies share than copy from each other. */
export function commonWording(owners: number, pipeline: Pipeline): IsCommon {
  const { share, least, most } = pipeline.thresholds.round.commonWording;
  const limit = Math.min(most, Math.max(least, Math.ceil(owners * share)));
  const rubric = rubricTriples(pipeline);
  return (triple, sharing) => sharing > limit || rubric.has(triple);
}

function rubricTriples(pipeline: Pipeline): ReadonlySet<number> {
  const wordings = [
    ...criteriaOf(pipeline).flatMap(({ name, aliases, evidence }) => [name, ...aliases, ...evidence]),
    ...pipeline.requiredParts.flatMap(({ headings }) => headings),
  ];
  return new Set(wordings.flatMap((wording) => [...tripleHashes(fold(wording).match(/[a-z0-9]+/g) ?? [])]));
}
