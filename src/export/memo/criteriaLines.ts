import type { Flag, SoatDocument } from '../../model/document.js';
import { criterionOf } from '../../model/pointsAtStake.js';
import type { RoundRecord } from '../RoundRecord.js';
import { printDate } from '../words.js';

/** What an inspector has decided of a report; without it the memo leaves room to write. */
export interface Review {
  /** Points suggested for a criterion, and why. */
  readonly suggested: ReadonlyMap<string, { readonly points: number; readonly reason: string }>;
  /** Fingerprints of findings that were dismissed: they do not stand in the memo. */
  readonly dismissed: ReadonlySet<string>;
}

/** One criterion of the memo's table. */
export interface CriterionLine {
  readonly criterion: string;
  readonly name: string;
  readonly max: number | null;
  readonly claimed: number | null;
  /** Documents cited in the criterion's sections, each once, as printed with its date. */
  readonly evidence: readonly string[];
  readonly questions: readonly Flag[];
}

/** The claimed and the asked criteria in the rubric's order, with what the report says for each. */
export function criteriaLines(
  { criteria }: Pick<RoundRecord, 'criteria'>,
  document: SoatDocument,
  questions: readonly Flag[],
): readonly CriterionLine[] {
  const known = new Map(criteria.map((criterion) => [criterion.id, criterion]));
  const asked = questions.flatMap((flag) => criterionOf(document, flag) ?? []);
  const stated = document.scores.map(({ criterion }) => criterion).filter((id) => id !== 'total');
  const ids = [...new Set([...stated, ...asked])];
  const place = (id: string) => {
    const index = criteria.findIndex((criterion) => criterion.id === id);
    return index < 0 ? criteria.length : index;
  };
  return ids
    .sort((left, right) => place(left) - place(right) || left.localeCompare(right, 'vi', { numeric: true }))
    .map((id): CriterionLine => {
      const score = document.scores.find(({ criterion }) => criterion === id);
      return {
        criterion: id,
        name: known.get(id)?.name ?? '',
        max: known.get(id)?.max ?? score?.max ?? null,
        claimed: score?.claimed ?? null,
        evidence: citedFor(id, document),
        questions: questions.filter((flag) => criterionOf(document, flag) === id),
      };
    });
}

function citedFor(id: string, document: SoatDocument): readonly string[] {
  const cited = document.citations.filter(
    ({ section, kind }) =>
      kind === 'numbered' && section !== null && criterionOf(document, { subject: `section:${section}` }) === id,
  );
  const names = cited.map(({ type, full, date, page }) => {
    const day = date === null ? '' : ` ngày ${printDate(date)}`;
    return { key: `${full}${day}`, text: `${type ?? 'Văn bản'} số ${full}${day} (trang ${page})` };
  });
  return [...new Map(names.map(({ key, text }) => [key, text])).values()];
}
