import type { Span } from '../../model/document-text.js';
import { type Stretch, spanIn } from '../figures/Stretch.js';
import { isToldAsDone } from './isToldAsDone.js';
import type { EvidenceLexicon } from './lexicon.js';

/** `03 kiểm soát viên`: a number before a word that may be what it counts and that no list of units names. */
export function findUnlistedCounts(clause: Stretch, lexicon: EvidenceLexicon): readonly Span[] {
  return clause.tokens.flatMap((token): Span[] => {
    if (token.kind !== 'number' && token.kind !== 'fraction') return [];
    const [part, whole] = token.kind === 'fraction' ? [token.part, token.whole] : [token, token];
    if (part.unit !== undefined || whole.unit !== undefined || part.value <= 0) return [];
    const behind = clause.document.text.slice(clause.start + token.end, clause.start + clause.folded.length);
    // `(180/260) giao dịch`
    const noun = /^\)?\s(\p{Ll}{2,})(?!\p{L})/u.exec(behind)?.[1];
    if (noun === undefined || lexicon.notCounted.has(noun) || !isToldAsDone(clause, token, lexicon)) return [];
    return [spanIn(clause, token)];
  });
}
