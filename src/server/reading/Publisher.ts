import { failedDocument } from '../../audit/failedDocument.js';
import type { StageKeys } from '../../audit/stageKeys.js';
import type { SoatDocument } from '../../model/document.js';
import { isOfPipeline } from '../../queue/isOfPipeline.js';
import { loadDocument } from '../../queue/loadDocument.js';
import type { Survey } from '../../reading/source/SourceFile.js';
import { wholeDocument } from '../../store/StageResults.js';
import type { Store } from '../../store/Store.js';
import type { Notices } from '../Notices.js';
import type { Corrections } from '../records/Corrections.js';
import { type FilingKind, publishFiling, type ReadFiling } from '../records/publishFiling.js';
import type { Corrector } from './Corrector.js';

interface Publishable {
  readonly id: number;
  readonly round: number;
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly pipeline: string | null;
  readonly submission: string | null;
  readonly kind: FilingKind;
}

export interface PublisherOptions {
  readonly store: Pick<Store, 'pool' | 'results'>;
  readonly keys: (pipeline: string | null) => StageKeys;
  readonly notices: Notices;
  readonly corrector: Corrector;
  readonly corrections: Corrections;
  /** Publishes a filing beside its folder; false where it stands alone, or the rest of the folder is still being read. */
  readonly publishMatched: (filing: number) => Promise<boolean>;
  /** After a filing has its result. */
  readonly published: (filing: number) => Promise<void>;
}

const withPipeline = `
  SELECT filing.id, filing.round, file, filing.sha256, bytes::float8 AS bytes, round.configuration AS pipeline,
    submission, filing.kind
  FROM soat.filing JOIN soat.round ON round.id = filing.round`;

const unpublished = `${withPipeline}
    JOIN soat.document owed ON owed.sha256 = filing.sha256 AND owed.pipeline = coalesce(round.configuration, '')
  WHERE state IN ('waiting', 'reading') AND duplicate_of IS NULL AND owed.status <> 'queued'`;

/** Brings what was read, by whichever process, into the tables that lists and pages are made of. */
export class Publisher {
  readonly #options: PublisherOptions;

  constructor(options: PublisherOptions) {
    this.#options = options;
  }

  /** Publishes the filings of a content whose reading has ended. */
  async documentDone(sha256: string): Promise<void> {
    await this.#publish(`${unpublished} AND filing.sha256 = $1 ORDER BY filing.id`, [sha256]);
  }

  /** Publishes what has ended without a word: news is lost with a connection. */
  async sweep(): Promise<void> {
    await this.#publish(`${unpublished} ORDER BY filing.id LIMIT 500`, []);
  }

  async surveyed(sha256: string): Promise<void> {
    const { store, keys } = this.#options;
    const { survey, read } = keys(null);
    const outcome = await store.results.find(sha256, wholeDocument, survey);
    if (outcome?.ok !== true) return;
    const { pages } = JSON.parse(outcome.json) as Survey;
    await this.#progress(
      `UPDATE soat.filing SET state = 'reading', pages = $2, pages_done = $3
       WHERE sha256 = $1 AND state IN ('waiting', 'reading') RETURNING round`,
      [sha256, pages.length, (await store.results.pageErrors(sha256, read)).size],
    );
  }

  async pageRead(sha256: string): Promise<void> {
    await this.#progress(
      `UPDATE soat.filing SET pages_done = least(pages_done + 1, pages)
       WHERE sha256 = $1 AND state = 'reading' RETURNING round`,
      [sha256],
    );
  }

  /** Makes a filing's result anew, after corrections of its reading changed. */
  async publishAgain(filing: number): Promise<void> {
    if (await this.#options.publishMatched(filing)) return;
    await this.#publish(`${withPipeline} WHERE filing.id = $1`, [filing]);
  }

  async #publish(query: string, params: readonly unknown[]): Promise<void> {
    const { store, notices, published } = this.#options;
    const { rows } = await store.pool.query<Publishable>(query, params);
    const faults: unknown[] = [];
    for (const filing of rows) {
      try {
        const kind = filing.kind ?? (filing.submission === null ? 'report' : null);
        await publishFiling(store.pool, { filing: filing.id, kind, ...(await this.#readingOf(filing)) });
        await published(filing.id);
        await notices.tell({ kind: 'document', round: filing.round, document: filing.id });
      } catch (fault) {
        // Whatever is wrong with one, the others' results are not held back.
        faults.push(fault);
      }
    }
    if (faults.length > 0) throw faults[0];
  }

  async #readingOf(filing: Publishable): Promise<Pick<ReadFiling, 'document' | 'line'>> {
    const { keys } = this.#options;
    const { file: relativeName, sha256, bytes, pipeline } = filing;
    try {
      return { document: await this.#documentOf(filing), line: keys(pipeline).line };
    } catch (error) {
      // The round's pipeline file is gone or broken: nothing of it can be read until it is back.
      if (!isOfPipeline(error)) throw error;
      return { document: failedDocument({ relativeName, sha256, bytes }, error), line: null };
    }
  }

  async #documentOf({ id, file, sha256, bytes, pipeline }: Publishable): Promise<SoatDocument> {
    const { store, keys, corrector, corrections } = this.#options;
    const source = { relativeName: file, sha256, bytes };
    const corrected = (await corrections.holdAmong([id])) ? await corrector.analyse(id, source, pipeline) : null;
    return corrected ?? loadDocument(store.results, keys(pipeline), source);
  }

  async #progress(statement: string, params: readonly unknown[]): Promise<void> {
    const { rows } = await this.#options.store.pool.query<{ round: number }>(statement, params);
    for (const { round } of rows) await this.#options.notices.tell({ kind: 'pages', round, document: null });
  }
}
