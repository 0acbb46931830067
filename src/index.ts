import { type CitedText, citeText } from './extraction/citeText.js';
import { loadVocabulary } from './pipeline/loadVocabulary.js';

export type { CitedText };

/**
 * Every Vietnamese administrative, legal and Party document that `text` cites, in order.
 * Offsets count UTF-16 units of the NFC form of `text`.
 */
export function extractCitations(text: string): readonly CitedText[] {
  return citeText(text, loadVocabulary().citations);
}
