import type { ListedAgency } from '../../model/round.js';
import { inTransaction, type SqlPool } from '../../store/sql.js';
import { agencyKey } from './agencyNamed.js';
import { storable } from './folded.js';

export type ExpectedAgency = Omit<ListedAgency, 'otherFiles'>;

/** Who owes a report in a round, in the order of its list. */
export async function expectedAgencies(
  pool: SqlPool,
  round: number,
): Promise<readonly (ExpectedAgency & { readonly id: number })[]> {
  const { rows } = await pool.query<ExpectedAgency & { readonly id: number }>(
    `SELECT agency.id, name, expected_agency.abbreviation, kind, superior, other_names AS "otherNames", files
     FROM soat.expected_agency JOIN soat.agency ON agency.id = expected_agency.agency
     WHERE round = $1 ORDER BY place, agency.id`,
    [round],
  );
  return rows;
}

/** Puts a list in place of the one before. @returns how many are on it, each agency once */
export async function expectAgencies(
  pool: SqlPool,
  round: number,
  agencies: readonly ExpectedAgency[],
): Promise<number> {
  const given = agencies.map((agency, place) => ({ ...agency, place, key: agencyKey(agency.name) }));
  const json = JSON.stringify(given, (_key, value) => (typeof value === 'string' ? storable(value) : value));
  return inTransaction(pool, async (session) => {
    await session.query('DELETE FROM soat.expected_agency WHERE round = $1', [round]);
    await session.query('UPDATE soat.round SET list_changed_at = now() WHERE id = $1', [round]);
    const { rows } = await session.query(
      `WITH given AS (
         SELECT DISTINCT ON (key) * FROM json_to_recordset($2::json) AS given
           (key text, place int, name text, abbreviation text, kind text, superior text, "otherNames" text[], files text[])
         ORDER BY key, place
       ), known AS (
         INSERT INTO soat.agency AS known (key, name, abbreviation, kind)
         SELECT key, name, abbreviation, kind FROM given
         ON CONFLICT (key) DO UPDATE SET kind = coalesce(excluded.kind, known.kind),
           abbreviation = coalesce(known.abbreviation, excluded.abbreviation) RETURNING id, key
       ) INSERT INTO soat.expected_agency (round, agency, place, abbreviation, superior, other_names, files)
         SELECT $1, id, place, given.abbreviation, superior, "otherNames", files
         FROM known JOIN given ON given.key = known.key RETURNING agency`,
      [round, json],
    );
    return rows.length;
  });
}
