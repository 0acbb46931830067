import type { z } from 'zod';
import type { Queryable } from '../../store/sql.js';
import type { Decision, dismissReason } from '../api/flags.js';
import { type ReviewState, reviewState } from './reviewState.js';

/** What decisions belong to: they outlive readings and versions of a report. */
export interface Matter {
  readonly report: number;
  readonly fingerprint: string;
}

/** The decision of one person on one matter that holds now. */
export interface Standing extends Matter {
  readonly id: number;
  readonly person: number;
  readonly name: string;
  readonly decision: Decision;
  readonly reason: z.output<typeof dismissReason> | null;
  readonly note: string;
  readonly at: Date;
}

/** The decisions that hold on the flags of some reports. */
export class StandingDecisions {
  readonly #byMatter = new Map<string, Standing[]>();
  readonly #secondReview: ReadonlyMap<number, boolean>;

  private constructor(rows: readonly Standing[], secondReview: ReadonlyMap<number, boolean>) {
    this.#secondReview = secondReview;
    for (const row of rows) {
      const same = this.#byMatter.get(keyOf(row));
      if (same === undefined) this.#byMatter.set(keyOf(row), [row]);
      else same.push(row);
    }
  }

  /** @param without decisions that are about to be taken back */
  static async read(
    database: Queryable,
    matters: readonly Pick<Matter, 'report'>[],
    without: ReadonlySet<number> = new Set(),
  ): Promise<StandingDecisions> {
    const reports = [...new Set(matters.map(({ report }) => report))];
    const { rows } = await database.query<Standing>(
      `SELECT DISTINCT ON (report, fingerprint, person) decision.id, report, fingerprint, person, name,
         action AS decision, reason, note, at
       FROM soat.decision JOIN soat.person ON person.id = person
       WHERE report = ANY($1::int[]) AND action <> 'undo' AND decision.id <> ALL($2::int[])
         AND NOT EXISTS (SELECT FROM soat.decision undone WHERE undone.undoes = decision.id)
       ORDER BY report, fingerprint, person, decision.id DESC`,
      [reports, [...without]],
    );
    const { rows: rounds } = await database.query<{ id: number; second_review: boolean }>(
      `SELECT report.id, second_review FROM soat.report JOIN soat.round ON round.id = report.round
       WHERE report.id = ANY($1::int[])`,
      [reports],
    );
    const secondReview = new Map(rounds.map(({ id, second_review }) => [id, second_review]));
    return new StandingDecisions(
      rows.sort((left, right) => left.id - right.id),
      secondReview,
    );
  }

  /** As `read`, in a transaction: two people who decide at once do so one after the other. */
  static async lock(session: Queryable, matters: readonly Pick<Matter, 'report'>[]): Promise<StandingDecisions> {
    const reports = matters.map(({ report }) => report);
    await session.query('SELECT FROM soat.report WHERE id = ANY($1::int[]) ORDER BY id FOR UPDATE', [reports]);
    return StandingDecisions.read(session, matters);
  }

  /** One a person, oldest first. */
  on(matter: Matter): readonly Standing[] {
    return this.#byMatter.get(keyOf(matter)) ?? [];
  }

  /** What these decisions on a matter come to in its round. */
  state({ report }: Pick<Matter, 'report'>, decisions: readonly { readonly decision: Decision }[]): ReviewState {
    return reviewState(decisions, this.#secondReview.get(report) ?? false);
  }
}

function keyOf({ report, fingerprint }: Matter): string {
  return `${report} ${fingerprint}`;
}
