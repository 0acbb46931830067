import type { FastifyBaseLogger } from 'fastify';
import type { StageKeys } from '../../audit/stageKeys.js';
import type { SoatDocument } from '../../model/document.js';
import type { Backend } from '../../queue/Backend.js';
import { matchSubmissions, type ReadInput } from '../../queue/matchSubmissions.js';
import type { Store } from '../../store/Store.js';
import type { Notices } from '../Notices.js';
import { publishFiling } from '../records/publishFiling.js';

interface Member {
  readonly id: number;
  readonly file: string;
  readonly state: string;
  readonly pipeline: string | null;
  readonly result: string | null;
}

interface MemberInput {
  readonly absolute: string;
  readonly relativeName: string;
  readonly root: string;
  readonly filing: number;
}

export interface MatcherOptions {
  readonly store: Store;
  readonly backend: Backend;
  readonly keys: (pipeline: string | null) => StageKeys;
  readonly notices: Notices;
  readonly log: FastifyBaseLogger;
}

const open = new Set(['waiting', 'reading']);

/**
 * Tells the report of a folder from its attachments once all of the folder is read, and publishes the report as it
 * looks beside them. Until then nothing of the folder counts as a report.
 */
export class SubmissionMatcher {
  readonly #options: MatcherOptions;
  readonly #end = new AbortController();
  #last: Promise<void> = Promise.resolve();

  constructor(options: MatcherOptions) {
    this.#options = options;
  }

  /** Goes on with what was read but not matched. */
  async resume(): Promise<void> {
    const { rows } = await this.#options.store.pool.query<{ id: number }>(
      `SELECT min(id) AS id FROM soat.filing WHERE submission IS NOT NULL AND kind IS NULL
         AND state IN ('complete', 'partial') AND duplicate_of IS NULL GROUP BY round, submission`,
    );
    for (const { id } of rows) this.consider(id);
  }

  /** Matches the folder of a filing if it was the last one to be read. */
  consider(filing: number): void {
    this.#last = this.#last
      .then(() => this.#match(filing))
      .catch((error: unknown) => {
        if (!this.#end.signal.aborted) this.#options.log.error({ err: error }, 'a submission was not matched');
      });
  }

  async close(): Promise<void> {
    this.#end.abort();
    await this.#last;
  }

  async #match(filing: number): Promise<void> {
    if (this.#end.signal.aborted) return;
    const { store, backend, keys, notices } = this.#options;
    const { rows } = await store.pool.query<Member & { round: number }>(
      `SELECT filing.id, filing.round, filing.file, filing.state, round.pipeline, result::text AS result
       FROM soat.filing own JOIN soat.filing USING (round, submission) JOIN soat.round ON round.id = filing.round
         LEFT JOIN soat.filing_result ON filing_result.filing = filing.id
       WHERE own.id = $1 AND filing.duplicate_of IS NULL ORDER BY filing.file, filing.id`,
      [filing],
    );
    if (rows.length === 0 || rows.some(({ state }) => open.has(state))) return;
    const pipeline = rows[0]?.pipeline ?? null;
    const read = rows.flatMap(readInputOf);
    const unmatched = new Map(read.map(({ input, document }) => [input.filing, document]));
    const options = { store, backend, keys: keys(pipeline), pipeline, signal: this.#end.signal };
    for await (const { input, document } of matchSubmissions(read, options)) {
      unmatched.delete(input.filing);
      await publishFiling(store.pool, input.filing, document, document.role);
    }
    for (const [id, document] of unmatched) await publishFiling(store.pool, id, document, 'report');
    for (const { id, round } of rows) await notices.tell({ kind: 'document', round, document: id });
  }
}

function readInputOf({ id, file, result }: Member): readonly (ReadInput<MemberInput> & { document: SoatDocument })[] {
  if (result === null) return [];
  const document = JSON.parse(result) as SoatDocument;
  return [{ input: { absolute: '', root: '', relativeName: file, filing: id }, document }];
}
