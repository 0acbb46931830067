import { paragraphAt, type Span } from '../../model/document-text.js';
import type { RuleContext } from '../../model/rule.js';
import { fold } from '../../text/fold.js';
import type { CriterionText } from './evidenceOf.js';

/** A row of points holds words beside the criterion's name: a blank cell for reasons or evidence says nothing. */
export function rowSays({ rows }: CriterionText, { facts: { text } }: RuleContext): boolean {
  const isSaid = ({ start, end }: Span) => /\p{Ll}{2}/u.test(text.text.slice(start, end));
  return rows.some(({ start }) => (paragraphAt(text, start)?.cells ?? []).filter(isSaid).length > 1);
}

/** The table that gives a criterion its points has a column for reasons and remarks (`Lý do trừ điểm`), filled or not. */
export function hasRemarksColumn({ rows }: CriterionText, { facts: { text }, pipeline }: RuleContext): boolean {
  const remarks = pipeline.vocabulary.scores.table.remarks.map(fold);
  const tables = new Map(
    rows.flatMap(({ start }) => {
      const { table } = paragraphAt(text, start) ?? {};
      return table === undefined ? [] : [[table, start]];
    }),
  );
  return text.paragraphs.some(({ table, start, cells }) => {
    const row = table === undefined ? undefined : tables.get(table);
    if (row === undefined || start >= row) return false;
    return (cells ?? []).some((cell) => {
      const printed = fold(text.text.slice(cell.start, cell.end)).trim();
      return remarks.some((remark) => printed.startsWith(remark));
    });
  });
}
