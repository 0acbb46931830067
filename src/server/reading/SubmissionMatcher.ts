import type { FastifyBaseLogger } from 'fastify';
import { failedDocument, type Source } from '../../audit/failedDocument.js';
import type { StageKeys } from '../../audit/stageKeys.js';
import type { SoatDocument } from '../../model/document.js';
import { SoatError } from '../../model/errors.js';
import type { Attachment } from '../../model/paper.js';
import type { Backend } from '../../queue/Backend.js';
import { loadDocument } from '../../queue/loadDocument.js';
import { matchSubmissions, type ReadInput } from '../../queue/matchSubmissions.js';
import type { Store } from '../../store/Store.js';
import type { Notices } from '../Notices.js';
import type { Corrections } from '../records/Corrections.js';
import { publishFiling } from '../records/publishFiling.js';
import type { Corrector } from './Corrector.js';

interface Member {
  readonly id: number;
  readonly round: number;
  readonly file: string;
  readonly sha256: string | null;
  readonly bytes: number;
  readonly state: string;
  readonly duplicateOf: number | null;
  readonly pipeline: string | null;
  /** Null where it could not be read, or was stopped before. */
  readonly result: string | null;
  /** Of the code and data that read it. */
  readonly line: string | null;
}

interface MemberInput {
  readonly absolute: string;
  readonly relativeName: string;
  readonly root: string;
  readonly filing: number;
  /** The filing of the same bytes that was read, whose corrections hold. */
  readonly readAs: number;
  readonly source: Source;
}

export interface MatcherOptions {
  readonly store: Store;
  readonly backend: Backend;
  readonly keys: (pipeline: string | null) => StageKeys;
  readonly notices: Notices;
  readonly corrections: Corrections;
  readonly corrector: Corrector;
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
  #last: Promise<unknown> = Promise.resolve();

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
    this.match(filing).catch((error: unknown) => {
      if (!this.#end.signal.aborted) this.#options.log.error({ err: error }, 'a submission was not matched');
    });
  }

  /** As `consider`, one after another. @returns false where there is nothing to match, or not yet */
  match(filing: number): Promise<boolean> {
    const matched = this.#last.then(() => this.#match(filing));
    this.#last = matched.catch(() => {});
    return matched;
  }

  async close(): Promise<void> {
    this.#end.abort();
    await this.#last;
  }

  /** A file that several agencies handed in was read once, and stands in each one's folder. */
  async #match(filing: number): Promise<boolean> {
    const { rows } = await this.#options.store.pool.query<{ id: number }>(
      `SELECT min(id) AS id FROM soat.filing WHERE (id = $1 OR duplicate_of = $1) AND submission IS NOT NULL
       GROUP BY round, submission`,
      [filing],
    );
    let matched = false;
    for (const { id } of rows) matched = (await this.#matchFolder(id)) || matched;
    return matched;
  }

  async #matchFolder(filing: number): Promise<boolean> {
    if (this.#end.signal.aborted) return false;
    const { store, backend, notices, log } = this.#options;
    const { rows } = await store.pool.query<Member>(
      `SELECT filing.id, filing.round, filing.file, filing.sha256, filing.bytes::float8 AS bytes, filing.state,
         filing.duplicate_of AS "duplicateOf", round.configuration AS pipeline, result::text AS result, read.line
       FROM soat.filing own JOIN soat.filing USING (round, submission) JOIN soat.round ON round.id = filing.round
         JOIN soat.filing read ON read.id = coalesce(filing.duplicate_of, filing.id)
         LEFT JOIN soat.filing_result ON filing_result.filing = read.id
       WHERE own.id = $1 ORDER BY filing.file, filing.id`,
      [filing],
    );
    if (rows.length === 0 || rows.some(({ state }) => open.has(state))) return false;
    const pipeline = rows[0]?.pipeline ?? null;
    const keys = this.#options.keys(pipeline);
    const { line } = keys;
    if (rows.some((member) => isRead(member) && member.line !== line)) {
      log.warn({ filing }, 'a folder was read by two versions and stays as it was matched: `soat retry --older`');
      return false;
    }
    const corrected = await this.#correctionsIn(rows, pipeline);
    const members = rows.map(readInputOf);
    const unmatched = new Set(members.filter(isPublished).map(({ input }) => input));
    const options = { store, backend, keys, pipeline, signal: this.#end.signal, corrected };
    for await (const { input, document } of matchSubmissions(members, options)) {
      if (!unmatched.delete(input)) continue;
      await publishFiling(store.pool, { filing: input.filing, document, kind: document.role, line });
    }
    for (const input of unmatched) {
      const document = (await corrected(input, [])) ?? (await loadDocument(store.results, keys, input.source));
      await publishFiling(store.pool, { filing: input.filing, document, kind: 'report', line });
    }
    for (const { id, round } of rows) await notices.tell({ kind: 'document', round, document: id });
    return true;
  }

  /** Analyses anew, with what people corrected, every file of a folder in which they corrected one. */
  async #correctionsIn(members: readonly Member[], pipeline: string | null): Promise<Corrected> {
    const { corrections, corrector } = this.#options;
    const hold = await corrections.holdAmong(members.map(({ id, duplicateOf }) => duplicateOf ?? id));
    return async ({ readAs, source }, attachments) =>
      hold ? corrector.analyse(readAs, source, pipeline, attachments) : null;
  }
}

type Corrected = (input: MemberInput, attachments: readonly Attachment[]) => Promise<SoatDocument | null>;

/** Of what failed when it was read again, an earlier result is still kept. */
function isRead({ state, result }: Member): boolean {
  return result !== null && state !== 'failed';
}

/** What could not be read is there too: it may hold what the report cites. */
function readInputOf(member: Member): ReadInput<MemberInput> {
  const { id, file, sha256, bytes, duplicateOf, result } = member;
  const source = { relativeName: file, sha256: sha256 ?? '', bytes };
  const read =
    result === null || !isRead(member)
      ? failedDocument(source, new SoatError('internal'))
      : (JSON.parse(result) as SoatDocument);
  return {
    input: { absolute: '', root: '', relativeName: file, filing: id, readAs: duplicateOf ?? id, source },
    document: { ...read, source: { ...read.source, file } },
  };
}

/** What failed, and what stands elsewhere too, is published where it was read. */
function isPublished({ input: { filing, readAs }, document }: ReadInput<MemberInput>): boolean {
  return filing === readAs && document.status !== 'failed';
}
