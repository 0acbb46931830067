import type { Flag } from './useReview.js';

/** The address of a flag in its report; null where there is no report. */
export function placeOf({ id, document }: Flag): string | null {
  return document === null ? null : `/documents/${document.id}?flag=${id}`;
}
