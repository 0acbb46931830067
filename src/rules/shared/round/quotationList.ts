import type { DocumentText, Span } from '../../../model/document-text.js';
import type { RoundQuotation } from '../../../model/round.js';
import { quote } from '../../quote.js';

/** Collects what may be quoted of a report; a span quoted twice stands once. */
export class QuotationList {
  readonly quotations: RoundQuotation[] = [];
  readonly #text: DocumentText;
  readonly #places = new Map<string, number>();

  constructor(text: DocumentText) {
    this.#text = text;
  }

  /** The place of a span's quotation. */
  placeOf(span: Span): number {
    const key = `${span.start}-${span.end}`;
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    const place = this.quotations.length;
    this.quotations.push(quote(this.#text, span) ?? { text: '', page: 1, boxes: [] });
    this.#places.set(key, place);
    return place;
  }
}
