import type { SoatDocument } from '../../model/document.js';
import type { Comparison } from '../../model/round.js';
import type { SqlPool } from '../../store/sql.js';
import { type FilingKind, publishFiling } from './publishFiling.js';

interface Row {
  readonly id: number;
  readonly agency: number | null;
  readonly placed: number | null;
  readonly kind: FilingKind;
  readonly line: string | null;
  readonly result: string;
}

/** Reports stand under the agency of the round's list that they are of, whatever form of its name their letterhead has. */
export async function placeFilings(
  pool: SqlPool,
  round: number,
  { agencies, agencyOf }: Pick<Comparison, 'agencies' | 'agencyOf'>,
  idOf: ReadonlyMap<string, number>,
): Promise<void> {
  const { rows: expected } = await pool.query<{ id: number; name: string }>(
    'SELECT id, name FROM soat.expected_agency JOIN soat.agency ON id = agency WHERE round = $1',
    [round],
  );
  const idByName = new Map(expected.map(({ id, name }) => [name, id]));
  const listed = new Map(agencies.flatMap(({ agencyKey, name, listed }) => (listed ? [[agencyKey, name]] : [])));
  for (const [file, { agencyKey }] of agencyOf) {
    const filing = idOf.get(file);
    const agency = idByName.get(listed.get(agencyKey) ?? '') ?? null;
    if (filing !== undefined) await place(pool, filing, agency);
  }
}

async function place(pool: SqlPool, filing: number, agency: number | null): Promise<void> {
  const { rows } = await pool.query<Row>(
    `UPDATE soat.filing SET placed = $2 FROM soat.filing_result
     WHERE id = $1 AND filing_result.filing = id AND placed IS DISTINCT FROM $2
     RETURNING id, agency, placed, kind, line, result::text AS result`,
    [filing, agency],
  );
  for (const { id, agency: before, placed, kind, line, result } of rows) {
    if (before === placed) continue;
    await publishFiling(pool, { filing: id, document: JSON.parse(result) as SoatDocument, kind, line });
  }
}
