import type { Flag } from '../../review/useReview.js';
import type { Result } from './useReport.js';

export type PageBox = Result['citations'][number]['boxes'][number];

/** What the right side points to on the pages. */
export interface Focus {
  /** Tells one choice from the next, so that the same place chosen again is shown again. */
  readonly key: string;
  readonly page: number | null;
  readonly boxes: readonly PageBox[];
}

export const nowhere: Focus = { key: '', page: null, boxes: [] };

interface Quoted {
  readonly page: number;
  readonly boxes: readonly PageBox[];
}

export function focusOn(key: string, quotations: readonly Quoted[]): Focus {
  return { key, page: quotations[0]?.page ?? null, boxes: quotations.flatMap(({ boxes }) => boxes) };
}

/** A flag's words in its own document. */
export function focusOnFlag({ id, evidence }: Flag): Focus {
  return focusOn(
    `flag ${id}`,
    evidence.filter(({ elsewhere }) => elsewhere === undefined),
  );
}

/** The words of a document that a flag on another one quotes. */
export function focusOnQuoted({ id, evidence }: Flag, document: number): Focus {
  return focusOn(
    `quoted ${id}`,
    evidence.filter(({ elsewhere }) => elsewhere?.document === document),
  );
}
