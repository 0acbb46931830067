import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { softwareVersion } from '../../audit/softwareVersion.js';
import { SoatError } from '../../model/errors.js';
import { inTransaction, type Queryable, type SqlPool } from '../../store/sql.js';
import type { Decision, dismissReason, historyEntry } from '../api/flags.js';
import { storable } from './folded.js';
import type { ReviewState } from './reviewState.js';
import { type Matter, type Standing, StandingDecisions } from './StandingDecisions.js';

type DismissReason = z.output<typeof dismissReason>;
export type HistoryEntry = z.output<typeof historyEntry>;

export interface Judgement {
  readonly decision: Decision;
  readonly reason: DismissReason | null;
  readonly note: string;
}

interface NewRow extends Matter {
  readonly action: Decision | 'undo';
  readonly undoes: number | null;
  readonly from: ReviewState;
  readonly to: ReviewState;
  readonly reason: DismissReason | null;
  readonly note: string;
}

/** What people decided on flags. Rows are only ever added. */
export class Decisions {
  readonly #pool: SqlPool;

  constructor(pool: SqlPool) {
    this.#pool = pool;
  }

  /** @param bulk names the decision where it is one on many, so that it can be taken back at once */
  async decide(
    matters: readonly Matter[],
    person: number,
    judgement: Judgement,
    bulk: string | null = null,
  ): Promise<void> {
    await inTransaction(this.#pool, async (session) => {
      const standing = await StandingDecisions.lock(session, matters);
      const rows = matters.map((matter) => {
        const before = standing.on(matter);
        const after = [...before.filter((one) => one.person !== person), judgement];
        const { decision, reason, note } = judgement;
        const states = { from: standing.state(matter, before), to: standing.state(matter, after) };
        return { ...matter, action: decision, undoes: null, ...states, reason, note };
      });
      await add(session, person, rows, bulk);
    });
  }

  /** @returns the name of the decision */
  async decideAll(matters: readonly Matter[], person: number, judgement: Judgement): Promise<string> {
    const bulk = randomUUID();
    await this.decide(matters, person, judgement, bulk);
    return bulk;
  }

  /** Takes a person's latest decision back; the one before stands again. @throws SoatError `conflict` for none */
  async undo(matter: Matter, person: number): Promise<void> {
    await inTransaction(this.#pool, async (session) => {
      const standing = await StandingDecisions.lock(session, [matter]);
      const own = standing.on(matter).find((one) => one.person === person);
      if (own === undefined) throw new SoatError('conflict');
      await takeBack(session, person, [own], standing);
    });
  }

  /**
   * Takes back what still stands of a decision on many.
   * @returns on what
   * @throws SoatError `not-found` for none of this person's
   */
  async undoAll(bulk: string, person: number): Promise<readonly Matter[]> {
    return inTransaction(this.#pool, async (session) => {
      const { rows } = await session.query<Matter & { id: number }>(
        'SELECT id, report, fingerprint FROM soat.decision WHERE bulk = $1 AND person = $2',
        [bulk, person],
      );
      if (rows.length === 0) throw new SoatError('not-found');
      const standing = await StandingDecisions.lock(session, rows);
      const ids = new Set(rows.map(({ id }) => id));
      const still = rows.flatMap((matter) => standing.on(matter).filter(({ id }) => ids.has(id)));
      await takeBack(session, person, still, standing);
      return still;
    });
  }

  async history({ report, fingerprint }: Matter): Promise<HistoryEntry[]> {
    const { rows } = await this.#pool.query<
      Omit<HistoryEntry, 'by' | 'at'> & { person: number; name: string; at: Date }
    >(
      `SELECT decision.id, person, name, at, action, from_state AS "from", to_state AS "to", reason, note,
         bulk IS NOT NULL AS bulk, software_version AS "softwareVersion"
       FROM soat.decision JOIN soat.person ON person.id = person WHERE report = $1 AND fingerprint = $2
       ORDER BY decision.id`,
      [report, fingerprint],
    );
    return rows.map(({ person, name, at, ...entry }) => ({ ...entry, by: { id: person, name }, at: at.toISOString() }));
  }
}

async function takeBack(
  session: Queryable,
  person: number,
  decisions: readonly Standing[],
  standing: StandingDecisions,
): Promise<void> {
  const left = await StandingDecisions.read(session, decisions, new Set(decisions.map(({ id }) => id)));
  const rows = decisions.map(({ id, report, fingerprint }) => {
    const matter = { report, fingerprint };
    const states = { from: standing.state(matter, standing.on(matter)), to: left.state(matter, left.on(matter)) };
    return { ...matter, action: 'undo' as const, undoes: id, ...states, reason: null, note: '' };
  });
  await add(session, person, rows, null);
}

async function add(session: Queryable, person: number, rows: readonly NewRow[], bulk: string | null): Promise<void> {
  const json = JSON.stringify(rows.map((row) => ({ ...row, note: storable(row.note) })));
  await session.query(
    `INSERT INTO soat.decision
       (report, fingerprint, person, action, undoes, from_state, to_state, reason, note, bulk, software_version)
     SELECT report, fingerprint, $2, action, undoes, "from", "to", reason, note, $3, $4
     FROM json_to_recordset($1::json) AS added
       (report int, fingerprint text, action text, undoes int, "from" text, "to" text, reason text, note text)`,
    [json, person, bulk, softwareVersion],
  );
  await session.query(
    `UPDATE soat.flag SET review = added."to"
     FROM json_to_recordset($1::json) AS added (report int, fingerprint text, "to" text)
     WHERE flag.report = added.report AND flag.fingerprint = added.fingerprint`,
    [json],
  );
}
