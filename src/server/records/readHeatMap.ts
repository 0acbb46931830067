import type { z } from 'zod';
import type { Criterion } from '../../model/pipeline.js';
import type { SqlPool } from '../../store/sql.js';
import type { heatMap } from '../api/agencies.js';
import type { Person } from '../http/Caller.js';
import { type FlagCountRow, flagCountColumns, flagCountsOf } from './flagCounts.js';
import { onlyVisibleFilings } from './visible.js';
import { Where } from './Where.js';

type HeatMap = z.output<typeof heatMap>;
type HeatCell = HeatMap['rows'][number]['cells'][number];

interface Report {
  readonly document: number;
  readonly file: string;
  readonly report: number;
  readonly agency: number | null;
  readonly name: string | null;
  readonly abbreviation: string | null;
  readonly pointsAtStake: number;
}

interface Cell extends FlagCountRow {
  readonly criterion: string;
  readonly claimed: number | null;
  readonly maximum: number | null;
  readonly suggested: number | null;
}

/** Agencies × criteria of a round, most points at stake first. @param criteria the rubric's, parents before children */
export async function readHeatMap(
  pool: SqlPool,
  round: number,
  criteria: readonly Criterion[],
  person: Person,
): Promise<HeatMap> {
  const where = onlyVisibleFilings(
    new Where().and(`filing.round = ? AND newest AND filing.kind = 'report' AND duplicate_of IS NULL`, round),
    person,
  );
  const { rows: reports } = await pool.query<Report>(
    `SELECT filing.id AS document, file, report, filing.agency, name, abbreviation, points_at_stake AS "pointsAtStake"
     FROM soat.filing LEFT JOIN soat.agency ON agency.id = filing.agency ${where.text}
     ORDER BY points_at_stake DESC, filing.id`,
    where.params,
  );
  const cells = await cellsOf(pool, round);
  const maximum = new Map(criteria.map(({ id, max }) => [id, max]));
  return {
    criteria: criteria.map(({ id, name, max }) => ({ id, name, maximum: max, depth: id.split('.').length - 1 })),
    rows: reports.map(({ document, file, agency, name, abbreviation, pointsAtStake }) => ({
      agency: agency === null || name === null ? null : { id: agency, name, abbreviation },
      file,
      document,
      pointsAtStake,
      cells: (cells.get(document) ?? []).map((cell) => cellView(cell, maximum)),
    })),
  };
}

/** A filing's cells come as one JSON: nine thousand rows of their own would take three times as long. */
async function cellsOf(pool: SqlPool, round: number): Promise<ReadonlyMap<number, readonly Cell[]>> {
  const { rows } = await pool.query<{ filing: number; cells: Cell[] }>(
    `WITH shown AS (
       SELECT id, report FROM soat.filing
       WHERE round = $1 AND newest AND kind = 'report' AND duplicate_of IS NULL
     ), tally AS (
       SELECT flag.filing, flag.criterion, ${flagCountColumns} FROM soat.flag
       WHERE flag.round = $1 AND flag.newest AND flag.criterion IS NOT NULL GROUP BY flag.filing, flag.criterion
     ), suggested AS (
       SELECT DISTINCT ON (report, criterion) report, criterion, points FROM soat.suggestion
       WHERE report IN (SELECT report FROM shown) ORDER BY report, criterion, id DESC
     ), claims AS (
       SELECT score.* FROM soat.score JOIN shown ON shown.id = score.filing
     )
     SELECT shown.id AS filing, json_agg(json_build_object(
         'criterion', coalesce(claims.criterion, tally.criterion), 'claimed', claimed, 'maximum', maximum,
         'suggested', suggested.points, 'error', error, 'warning', warning, 'info', info,
         'cannot_judge', cannot_judge, 'open', open)) AS cells
     FROM claims FULL JOIN tally ON tally.filing = claims.filing AND tally.criterion = claims.criterion
       JOIN shown ON shown.id = coalesce(claims.filing, tally.filing)
       LEFT JOIN suggested ON suggested.report = shown.report
         AND suggested.criterion = coalesce(claims.criterion, tally.criterion)
     GROUP BY shown.id`,
    [round],
  );
  return new Map(rows.map(({ filing, cells }) => [filing, cells]));
}

function cellView(cell: Cell, rubric: ReadonlyMap<string, number | null>): HeatCell {
  const { criterion, claimed, suggested } = cell;
  const maximum = cell.maximum ?? rubric.get(criterion) ?? null;
  return {
    criterion,
    claimed,
    maximum,
    share: claimed === null || maximum === null || maximum === 0 ? null : claimed / maximum,
    suggested,
    flags: flagCountsOf(cell),
  };
}
