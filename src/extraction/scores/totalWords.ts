import type { ScoresVocabulary } from '../../model/vocabulary/scores.js';
import { alternatives } from '../alternatives.js';

const memo = new WeakMap<ScoresVocabulary, RegExp>();

/**
 * A pattern for the folded label of a table's row that sums up: `TỔNG CỘNG`, `Cộng (A+B)`, `Tổng điểm phần B`. The whole label
 * is matched: `Công tác phòng ngừa …` folds to a word of sums too.
 */
export function totalWordsOf(vocabulary: ScoresVocabulary): RegExp {
  let pattern = memo.get(vocabulary);
  if (pattern === undefined) {
    const { total, subtotal } = vocabulary.table;
    const fillers = alternatives([...vocabulary.fillers, ...vocabulary.ownClaims, ...vocabulary.maxima]);
    pattern = new RegExp(
      `^(?:${alternatives(total)}(?:\\s+${fillers})*\\s*(?:\\(.*|[\\s:.+=a-d]*)|${alternatives(subtotal)}(?:\\s+\\S+){0,4})$`,
    );
    memo.set(vocabulary, pattern);
  }
  return pattern;
}
