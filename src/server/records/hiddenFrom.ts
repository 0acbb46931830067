import type { Bilingual } from '../../model/bilingual.js';
import type { SqlPool } from '../../store/sql.js';
import type { Person } from '../http/Caller.js';
import { closedAgencies, onlyVisibleFilings } from './visible.js';
import { Where } from './Where.js';

/** What of a round a person may not see, by every name under which the rest of the round may mention it. */
export interface Hidden {
  readonly documents: ReadonlySet<number>;
  readonly files: ReadonlySet<string>;
  readonly agencies: ReadonlySet<string>;
}

const nothing: Hidden = { documents: new Set(), files: new Set(), agencies: new Set() };

const anotherAgency: Bilingual = { vi: 'một cơ quan khác', en: 'another agency' };
const anotherFile: Bilingual = { vi: 'một tệp của cơ quan khác', en: 'a file of another agency' };

/** What is limited to other reviewers, in the given rounds. */
export async function hiddenFrom(pool: SqlPool, person: Person, rounds: readonly number[]): Promise<Hidden> {
  const agencies = await closedAgencies(pool, person);
  if (agencies.length === 0) return nothing;
  const visible = onlyVisibleFilings(new Where([rounds]).and('round = ANY($1::int[])'), person);
  const { rows } = await pool.query<{ id: number; file: string }>(
    `SELECT id, file FROM soat.filing WHERE round = ANY($1::int[])
       AND id NOT IN (SELECT id FROM soat.filing ${visible.text})`,
    visible.params,
  );
  return {
    documents: new Set(rows.map(({ id }) => id)),
    files: new Set(rows.map(({ file }) => file)),
    agencies: new Set(agencies),
  };
}

interface Mentioning {
  readonly message: Bilingual;
  readonly with: string | null;
}

/** The flag with others' names taken out of what it says. */
export function withoutNames<Flag extends Mentioning>(
  flag: Flag,
  { agencies, files }: Omit<Hidden, 'documents'>,
): Flag {
  const words = [
    ...[...files].map((name) => [name, anotherFile] as const),
    ...[...agencies].map((name) => [name, anotherAgency] as const),
  ].sort(([one], [other]) => other.length - one.length);
  const said = (language: keyof Bilingual) =>
    words.reduce((text, [name, instead]) => text.replaceAll(name, instead[language]), flag.message[language]);
  return {
    ...flag,
    message: { vi: said('vi'), en: said('en') },
    with: flag.with !== null && agencies.has(flag.with) ? null : flag.with,
  };
}
