import type { z } from 'zod';
import type { Queryable, SqlPool } from '../../store/sql.js';
import type { roundChange } from '../api/rounds.js';
import { storable } from './folded.js';
import { type Page, pageOf } from './page.js';
import { plain } from './plain.js';
import { Where } from './Where.js';

export type RoundChangeView = z.output<typeof roundChange>;

/** A round's settings: text, numbers and switches by name, and those by rule or threshold one level deeper. */
export type Settings = Readonly<Record<string, unknown>>;

/** Notes what a person set otherwise. Rows are only ever added. */
export async function noteRoundChanges(
  session: Queryable,
  { round, person, before, after }: { round: number; person: number; before: Settings; after: Settings },
): Promise<void> {
  const [was, is] = [flat(before), flat(after)];
  const changed = [...new Set([...was.keys(), ...is.keys()])]
    .map((setting) => ({ setting, before: was.get(setting) ?? null, after: is.get(setting) ?? null }))
    .filter((one) => one.before !== one.after);
  await session.query(
    `INSERT INTO soat.round_change (round, person, setting, before, after)
     SELECT $1, $2, setting, before, after FROM json_to_recordset($3::json)
       AS changed (setting text, before text, after text)`,
    [round, person, JSON.stringify(changed)],
  );
}

/** `severities.score/total-mismatch`, `thresholds.jump`, `name` … with their values as text. */
function flat(settings: Settings): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(settings).flatMap(([name, value]): [string, string][] => {
      if (value === null || value === undefined) return [];
      if (typeof value !== 'object') return [[name, storable(String(value))]];
      return [...flat(value as Settings)].map(([below, text]) => [`${name}.${below}`, text]);
    }),
  );
}

/** The newest first. */
export async function listRoundChanges(
  pool: SqlPool,
  round: number,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<Page<RoundChangeView>> {
  const page = await pageOf<Omit<RoundChangeView, 'by' | 'at'> & { person: number; personName: string; at: Date }>(
    pool,
    {
      select:
        'round_change.id, setting, before, after, round_change.at, person.id AS person, person.name AS "personName"',
      from: 'soat.round_change JOIN soat.person ON person.id = round_change.person',
      where: new Where().and('round_change.round = ?', round),
      order: { by: 'round_change.id', type: 'integer', descending: true },
      id: 'round_change.id',
      cursor,
      limit,
    },
  );
  return {
    ...page,
    items: page.items.map(({ person, personName, ...change }) => ({
      ...plain(change),
      by: { id: person, name: personName },
    })),
  };
}
