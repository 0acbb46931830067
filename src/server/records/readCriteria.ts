import type { z } from 'zod';
import type { SoatDocument } from '../../model/document.js';
import { ancestorsOf, type Criterion } from '../../model/pipeline.js';
import type { SqlPool } from '../../store/sql.js';
import type { criterionRow } from '../api/documents.js';

export type CriterionView = z.output<typeof criterionRow>;

interface Suggested {
  readonly criterion: string;
  readonly points: number | null;
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
}

/** A document's rubric with what it claims for each criterion, what stands under it, and what people suggest. */
export async function readCriteria(
  pool: SqlPool,
  filing: number,
  document: SoatDocument,
  criteria: readonly Criterion[],
): Promise<CriterionView[]> {
  const { rows: flags } = await pool.query<{ id: number; criterion: string }>(
    'SELECT id, criterion FROM soat.flag WHERE filing = $1 AND criterion IS NOT NULL ORDER BY place',
    [filing],
  );
  const suggestions = new Map((await latestSuggestions(pool, filing)).map((one) => [one.criterion, one]));
  return criteria.map(({ id, name, max, evidence }) => {
    const score = document.scores.findIndex(({ criterion }) => criterion === id);
    const claim = document.scores[score];
    const section = document.sections.find(({ criterion }) => criterion === id);
    const suggested = suggestions.get(id);
    return {
      id,
      name,
      depth: ancestorsOf(id).length,
      maximum: claim?.max ?? max,
      claimed: claim?.claimed ?? null,
      score: score < 0 ? null : score,
      section: section?.path ?? claim?.section ?? null,
      page: section?.page ?? claim?.page ?? null,
      citations: citationsUnder(document, id),
      flags: flags.filter(({ criterion }) => criterion === id).map((flag) => flag.id),
      suggestion: suggested === undefined ? null : viewOf(suggested),
      expectedEvidence: [...evidence],
    };
  });
}

/** Indices of the citations in the sections of a criterion that belong to no other one. */
function citationsUnder({ sections, citations }: SoatDocument, criterion: string): number[] {
  const criterionOf = new Map(sections.map((section) => [section.path, section.criterion]));
  const nearest = (path: string): string | null => {
    const own = criterionOf.get(path);
    const above = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    return own ?? (above === '' ? null : nearest(above));
  };
  return citations.flatMap(({ section }, index) => (section !== null && nearest(section) === criterion ? [index] : []));
}

async function latestSuggestions(pool: SqlPool, filing: number): Promise<readonly Suggested[]> {
  const { rows } = await pool.query<Suggested>(
    `SELECT DISTINCT ON (criterion) criterion, points, reason, person.name AS by, at
     FROM soat.suggestion JOIN soat.filing ON filing.report = suggestion.report
       JOIN soat.person ON person.id = suggestion.person
     WHERE filing.id = $1 ORDER BY criterion, suggestion.id DESC`,
    [filing],
  );
  return rows;
}

function viewOf({ points, reason, by, at }: Suggested): CriterionView['suggestion'] {
  return points === null ? null : { points, reason, by, at: at.toISOString() };
}
