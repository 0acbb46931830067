import type { Span } from '../../model/document-text.js';
import { type Stretch, spanIn } from '../figures/Stretch.js';
import type { EvidenceLexicon } from './lexicon.js';

/** `MC-03.pdf`, `có danh sách kèm theo`: evidence that is kept elsewhere. */
export function findPointers(sentence: Stretch, { pointers }: EvidenceLexicon): readonly Span[] {
  return [...sentence.folded.matchAll(pointers)].map((match) =>
    spanIn(sentence, { start: match.index, end: match.index + match[0].length }),
  );
}
