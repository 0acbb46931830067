import type { FastifyBaseLogger } from 'fastify';
import type { StageKeys } from '../../audit/stageKeys.js';
import type { ListedAgency } from '../../model/round.js';
import type { Backend } from '../../queue/Backend.js';
import { compareRound, type ReportToCompare } from '../../queue/compareRound.js';
import type { Store } from '../../store/Store.js';
import type { Notices } from '../Notices.js';
import { expectedAgencies } from '../records/expectedAgencies.js';
import { filesOfRound, type RoundFile } from '../records/filesOfRound.js';
import { isOlderReading } from '../records/isOlderReading.js';
import type { Placement, Placements } from '../records/Placements.js';
import { publishComparison } from '../records/publishComparison.js';
import type { Corrector } from './Corrector.js';

export interface ComparerOptions {
  readonly store: Store;
  readonly backend: Backend;
  readonly keys: (pipeline: string | null) => StageKeys;
  readonly notices: Notices;
  readonly corrector: Pick<Corrector, 'keyOf'>;
  readonly placements: Placements;
  readonly log: FastifyBaseLogger;
}

interface Due {
  readonly round: number;
  readonly pipeline: string | null;
  readonly since: Date;
}

/** Milliseconds: reports that are published one after another are compared once. */
const settleMs = 1_000;

/** Compares the reports of a round with each other whenever they have changed and none is being read. */
export class RoundComparer {
  readonly #options: ComparerOptions;
  readonly #waiting = new Map<number, NodeJS.Timeout>();
  readonly #end = new AbortController();
  #last: Promise<void> = Promise.resolve();
  #unlisten: () => void = () => {};

  constructor(options: ComparerOptions) {
    this.#options = options;
  }

  /** Goes on with what was published and not compared, and follows what changes. */
  async open(): Promise<void> {
    this.#unlisten = this.#options.notices.listen(({ kind, round }) => {
      if (kind === 'document' || kind === 'round') this.#consider(round);
    });
    const { rows } = await this.#options.store.pool.query<{ id: number }>('SELECT id FROM soat.round ORDER BY id DESC');
    for (const { id } of rows) this.#consider(id);
  }

  async close(): Promise<void> {
    this.#end.abort();
    this.#unlisten();
    for (const timer of this.#waiting.values()) clearTimeout(timer);
    await this.#last;
  }

  #consider(round: number): void {
    clearTimeout(this.#waiting.get(round));
    const timer = setTimeout(() => {
      this.#waiting.delete(round);
      this.#last = this.#last
        .then(() => this.#compare(round))
        .catch((error: unknown) => {
          if (!this.#end.signal.aborted) this.#options.log.error({ err: error, round }, 'a round was not compared');
        });
    }, settleMs);
    this.#waiting.set(round, timer);
  }

  async #compare(round: number): Promise<void> {
    const { store, backend, keys, notices } = this.#options;
    const { signal } = this.#end;
    const due = signal.aborted ? undefined : await this.#dueOf(round);
    if (due === undefined || (await this.#holdsOlder(round))) return;
    // In the order in which they came: those that come later are compared with those that have been compared.
    const files = (await filesOfRound(store.pool, round)).toSorted((one, other) => one.id - other.id);
    const { pipeline } = due;
    const comparison = await compareRound(
      {
        reports: await this.#asPeopleRead(reportsOf(files), pipeline),
        pipeline,
        list: await this.#listOf(round, files),
        earlier: null,
      },
      { store, backend, keys: keys(pipeline), signal },
    );
    await publishComparison(store.pool, { round, comparison, files, made: due.since });
    await notices.tell({ kind: 'flags', round, document: null });
  }

  async #asPeopleRead(reports: readonly FiledReport[], pipeline: string | null): Promise<readonly ReportToCompare[]> {
    const read: ReportToCompare[] = [];
    for (const { id, ...report } of reports) {
      read.push({ ...report, key: await this.#options.corrector.keyOf(id, report.sha256, pipeline) });
    }
    return read;
  }

  /** The round where something was published, or who owes a report was said, since it was compared. */
  async #dueOf(round: number): Promise<Due | undefined> {
    const { rows } = await this.#options.store.pool.query<Due>(
      `SELECT round.id AS round, configuration AS pipeline, now() AS since FROM soat.round
         LEFT JOIN soat.round_comparison ON round_comparison.round = round.id
       WHERE round.id = $1
         AND NOT EXISTS (SELECT FROM soat.filing WHERE filing.round = round.id AND state IN ('waiting', 'reading'))
         AND (round_comparison.made_at IS NULL OR list_changed_at > round_comparison.made_at OR EXISTS (
           SELECT FROM soat.filing JOIN soat.filing_result ON filing_result.filing = filing.id
           WHERE filing.round = round.id AND filing_result.made_at > round_comparison.made_at))`,
      [round],
    );
    return rows[0];
  }

  /**
   * True where a report was analysed by another version of Soát: without it what the last comparison found would be lost,
   * so that stands until the report is read again.
   */
  async #holdsOlder(round: number): Promise<boolean> {
    const { store, keys } = this.#options;
    const { rows } = await store.pool.query<{ configuration: string | null; line: string | null }>(
      `SELECT configuration, line FROM soat.filing JOIN soat.round ON round.id = filing.round
       WHERE round = $1 AND newest AND duplicate_of IS NULL AND kind = 'report' AND state IN ('complete', 'partial')`,
      [round],
    );
    return rows.some((row) => isOlderReading(row, keys));
  }

  async #listOf(round: number, files: readonly RoundFile[]): Promise<readonly ListedAgency[] | null> {
    const expected = await expectedAgencies(this.#options.store.pool, round);
    if (expected.length === 0) return null;
    const said = await this.#options.placements.holding(round);
    const nameOf = new Map(files.map(({ id, file }) => [id, file]));
    return expected.map(({ id, ...agency }) => {
      const filesSaid = (verdict: Placement['verdict']) =>
        said.flatMap((one) => (one.agency === id && one.verdict === verdict ? (nameOf.get(one.filing) ?? []) : []));
      const [own, others] = [filesSaid('confirm'), filesSaid('refuse')];
      return { ...agency, files: [...agency.files, ...own], otherFiles: others };
    });
  }
}

interface FiledReport extends ReportToCompare {
  readonly id: number;
}

/** Each report with what lay in its folder; where a folder has none, what could not be read of it may be the report. */
function reportsOf(files: readonly RoundFile[]): readonly FiledReport[] {
  const read = files.filter(({ state }) => state !== 'failed');
  const reports = read.filter(({ kind }) => kind === 'report');
  const reported = new Set(reports.map(folderOf));
  const unread = files.filter((one) => one.state === 'failed' && !reported.has(folderOf(one)));
  const standIns = new Map(unread.toReversed().map((one) => [folderOf(one), one]));
  return [...reports, ...standIns.values()].map((one) => {
    const { id, file, sha256, submission } = one;
    const beside = read.filter((other) => other.kind === 'attachment' && other.submission === submission);
    return { id, file, sha256: sha256 ?? '', folder: folderOf(one), attachments: beside.map(attachmentOf) };
  });
}

function folderOf({ file, submission }: RoundFile): string {
  return submission ?? file;
}

function attachmentOf({ file, sha256, number, date, agency }: RoundFile): ReportToCompare['attachments'][number] {
  return { file, sha256: sha256 ?? '', number, date, agency: agency?.name ?? null };
}
