import type { Queryable } from '../../store/sql.js';
import { foldedWords, storable } from './folded.js';

/** The id of the agency of a name, which is noted where it was never seen. */
export async function agencyNamed(session: Queryable, name: string, abbreviation: string | null): Promise<number> {
  const { rows } = await session.query<{ id: number }>(
    `INSERT INTO soat.agency AS known (key, name, abbreviation) VALUES ($1, $2, $3)
     ON CONFLICT (key) DO UPDATE SET abbreviation = coalesce(known.abbreviation, excluded.abbreviation) RETURNING id`,
    [agencyKey(name), storable(name), abbreviation],
  );
  return rows[0]?.id ?? 0;
}

/** Two spellings of one name have one key. */
export function agencyKey(name: string): string {
  return foldedWords(name).join(' ');
}
