import type { DocumentText, Span } from '../../model/document-text.js';
import { confidenceOf } from '../../model/document-text.js';
import type { Quantity } from '../../model/facts.js';
import { foldedOf } from '../../text/foldedText.js';
import type { Lexicon } from './lexicon.js';
import { type Amount, numberTokens, type Token } from './numberTokens.js';
import { sign } from './sign.js';

/** A sentence with its numbers; tokens count from its start. */
export interface Stretch {
  readonly document: DocumentText;
  readonly lexicon: Lexicon;
  readonly start: number;
  readonly folded: string;
  readonly tokens: readonly Token[];
  /** `folded` with every token's characters replaced by its sign, so that patterns read over numbers. */
  readonly masked: string;
}

export function stretchOf(document: DocumentText, span: Span, lexicon: Lexicon): Stretch {
  const folded = foldedOf(document, span);
  const tokens = numberTokens(folded, lexicon);
  let masked = '';
  for (const token of tokens) {
    masked += folded.slice(masked.length, token.start) + sign[token.kind].repeat(token.end - token.start);
  }
  return { document, lexicon, start: span.start, folded, tokens, masked: masked + folded.slice(masked.length) };
}

/** The span in the document of a range of the stretch. */
export function spanIn({ start }: Stretch, range: Span): Span {
  return { start: start + range.start, end: start + range.end };
}

/** The amount of a token as a fact. */
export function quantityOf(stretch: Stretch, amount: Amount): Quantity {
  return {
    value: amount.value,
    decimals: amount.decimals,
    unit: amount.unit?.form ?? null,
    hedge: amount.hedge,
    span: spanIn(stretch, amount),
  };
}

/** True where one of the numbers rests on a word that was read with low confidence. */
export function isDoubtful(stretch: Stretch, quantities: readonly Quantity[], doubtfulConfidence: number): boolean {
  return quantities.some(({ span }) => confidenceOf(stretch.document, span) < doubtfulConfidence);
}
