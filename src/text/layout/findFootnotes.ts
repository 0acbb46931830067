import type { Margins } from './Flow.js';
import type { Extent, LevelPage } from './LevelPage.js';
import type { Row } from './Row.js';

/** Lines under the short rule at the foot of a page that open with a note's number or star. */
export function findFootnotes(rows: readonly Row[], page: LevelPage, margins: Margins): ReadonlySet<Row> {
  const width = margins.right - margins.left;
  const rule = page.rulings
    .filter(
      ({ direction, left, right, top }) =>
        direction === 'horizontal' &&
        top > 0.5 * page.height &&
        Math.abs(left - margins.left) < 2 * margins.lineHeight &&
        right - left > 0.1 * width &&
        right - left < 0.5 * width,
    )
    .sort((a, b) => b.top - a.top)[0];
  if (rule === undefined || rows.some((row) => isUnderlined(row, rule, margins.lineHeight))) return new Set();
  const below = rows.filter((row) => row.top > rule.top - 0.2 * margins.lineHeight);
  return below[0] !== undefined && /^(?:\[?\(?\d{1,2}\)?\]?\s?|\*)\p{L}?/u.test(below[0].text)
    ? new Set(below)
    : new Set();
}

/** A rule right under words underlines them and parts nothing. */
function isUnderlined(row: Row, rule: Extent, lineHeight: number): boolean {
  const gap = rule.top - row.bottom;
  return gap > -0.5 * lineHeight && gap < 0.3 * lineHeight && row.left < rule.right && row.right > rule.left;
}
