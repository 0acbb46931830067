import type { Span } from '../../model/document-text.js';
import { type Stretch, spanIn } from '../figures/Stretch.js';
import { isToldAsDone } from './isToldAsDone.js';
import type { EvidenceLexicon } from './lexicon.js';

/** The group of units that name bodies of the State: those it ranks among, or those it worked with (`hướng dẫn 33 phòng`). */
export const bodies = 'sở ngành';

/** Numbers that may count a result: `03 kiểm soát viên`, a word that no list of units names, and numbers of bodies. */
export function findUnlistedCounts(clause: Stretch, lexicon: EvidenceLexicon): readonly Span[] {
  return clause.tokens.flatMap((token): Span[] => {
    if (token.kind !== 'number' && token.kind !== 'fraction') return [];
    const [part, whole] = token.kind === 'fraction' ? [token.part, token.whole] : [token, token];
    if (token.kind === 'number' && token.unit?.group === bodies && token.value > 0) {
      const isField = /(?:trong|tren)(?:\s+tong)?(?:\s+so)?\s*$/.test(clause.folded.slice(0, token.start));
      return !isField && isToldAsDone(clause, token, lexicon) ? [spanIn(clause, token)] : [];
    }
    if (part.unit !== undefined || whole.unit !== undefined || part.value <= 0) return [];
    const behind = clause.document.text.slice(clause.start + token.end, clause.start + clause.folded.length);
    // `(180/260) giao dịch`
    const noun = /^\)?\s(\p{Ll}{2,})(?!\p{L})/u.exec(behind)?.[1];
    if (noun === undefined || lexicon.notCounted.has(noun) || !isToldAsDone(clause, token, lexicon)) return [];
    return [spanIn(clause, token)];
  });
}
