import type { ScoresVocabulary } from '../../model/vocabulary/scores.js';
import { fold } from '../../text/fold.js';
import { alternatives } from '../alternatives.js';
import { pointsPattern } from './parsePoints.js';

const memo = new WeakMap<ScoresVocabulary, RegExp>();

function patternOf(vocabulary: ScoresVocabulary): RegExp {
  let pattern = memo.get(vocabulary);
  if (pattern === undefined) {
    const maxima = `${alternatives(vocabulary.maxima)}\\s*(?:la)?\\s*[:=]?\\s*`;
    const unit = `\\s*(?:${alternatives(vocabulary.units)}|${fold(vocabulary.shortUnit)}(?![a-z]))`;
    const points = `(?:${maxima}(?<led>${pointsPattern})(?:${unit})?|(?<bare>${pointsPattern})${unit})`;
    pattern = new RegExp(`[([:-]\\s*${points}\\s*(?:[)\\]]|[.]?$)`, 'dg');
    memo.set(vocabulary, pattern);
  }
  return pattern;
}

/** Where a criterion's name prints its maximum: `Công khai, minh bạch (5 điểm)`, `… – tối đa 5`. From and to in the name. */
export function maximumInName(
  name: string,
  vocabulary: ScoresVocabulary,
): { readonly from: number; readonly to: number } | null {
  const groups = [...fold(name).matchAll(patternOf(vocabulary))].at(-1)?.indices?.groups;
  const place = groups?.led ?? groups?.bare;
  return place === undefined ? null : { from: place[0], to: place[1] };
}
