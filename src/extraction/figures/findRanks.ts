import { confidenceOf } from '../../model/document-text.js';
import type { Rank } from '../../model/facts.js';
import { type Stretch, spanIn } from './Stretch.js';

/** `đứng thứ 21/20`, `xếp hạng 3 trên 20` */
export function findRanks(stretch: Stretch, doubtfulConfidence: number): readonly Rank[] {
  return stretch.tokens.flatMap((token) => {
    if (token.kind !== 'rank') return [];
    const span = spanIn(stretch, { start: token.markStart, end: token.end });
    const doubtful = confidenceOf(stretch.document, spanIn(stretch, token)) < doubtfulConfidence;
    return [{ kind: 'rank' as const, span, rank: token.rank, field: token.field, doubtful }];
  });
}
