import type { DocumentText, Span } from '../../model/document-text.js';
import type { ScoresVocabulary } from '../../model/vocabulary/scores.js';
import { foldedOf } from '../../text/foldedText.js';
import { alternatives } from '../alternatives.js';
import { parsePoints, pointsPattern } from './parsePoints.js';

interface Patterns {
  readonly label: RegExp;
  readonly line: RegExp;
}

const memo = new WeakMap<ScoresVocabulary, Patterns>();

function patternsOf(vocabulary: ScoresVocabulary): Patterns {
  let patterns = memo.get(vocabulary);
  if (patterns === undefined) {
    const words = alternatives(vocabulary.deductions);
    const marker = String.raw`[^a-z0-9]*(?:[a-z0-9.]{1,8}[.)-]\s*)?`;
    patterns = {
      label: new RegExp(`^${marker}${words}`),
      line: new RegExp(`^${marker}${words}[^.;\\d]{0,60}?(?<n>${pointsPattern})\\s*${alternatives(vocabulary.units)}`),
    };
    memo.set(vocabulary, patterns);
  }
  return patterns;
}

/** True for the folded label of a table's row that takes points off the total: `Điểm trừ`, `Tổng điểm trừ`. */
export function isDeduction(label: string, vocabulary: ScoresVocabulary): boolean {
  return patternsOf(vocabulary).label.test(label);
}

/** The points, above 0, that a line takes off the total: `V. Điểm trừ: 0,5 điểm (chậm nộp báo cáo)`. Null for none. */
export function deductionIn(text: DocumentText, line: Span, vocabulary: ScoresVocabulary): number | null {
  const found = patternsOf(vocabulary).line.exec(foldedOf(text, line));
  const points = parsePoints(found?.groups?.n ?? '');
  return points === null || points === 0 ? null : points;
}
