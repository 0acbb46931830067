import { rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { FastifyBaseLogger } from 'fastify';
import { keysWith } from '../audit/stageKeys.js';
import { openBackend } from '../queue/backends/openBackend.js';
import { engineFor } from '../queue/engineFor.js';
import { handIn, rebuildQueue, requeue, requeueWhereIdle } from '../queue/handIn.js';
import { PagePictures } from '../queue/PagePictures.js';
import { startLine } from '../queue/startLine.js';
import type { Deployment } from '../store/Deployment.js';
import { openStore } from '../store/openStore.js';
import { Inbox } from './inbox/Inbox.js';
import { inboxFolder } from './inbox/inboxFolder.js';
import { Metrics } from './Metrics.js';
import { Notices } from './Notices.js';
import { Corrector } from './reading/Corrector.js';
import { followQueue } from './reading/followQueue.js';
import { Publisher } from './reading/Publisher.js';
import { RoundComparer } from './reading/RoundComparer.js';
import { SubmissionMatcher } from './reading/SubmissionMatcher.js';
import { Corrections } from './records/Corrections.js';
import { Decisions } from './records/Decisions.js';
import { Filings } from './records/Filings.js';
import { Flags } from './records/Flags.js';
import { HandIn, type Owe } from './records/HandIn.js';
import { People } from './records/People.js';
import { Placements } from './records/Placements.js';
import { Retries } from './records/Retries.js';
import { Rounds } from './records/Rounds.js';
import { Sessions } from './records/Sessions.js';
import { Tokens } from './records/Tokens.js';
import { Webhooks } from './records/Webhooks.js';
import { retireOriginals } from './retireOriginals.js';
import type { Service } from './Service.js';

export interface ServiceOptions {
  readonly deployment: Deployment;
  /** The folder that is watched; null: `inbox` in the data folder. */
  readonly inbox: string | null;
  /** Milliseconds without a change after which a file in the inbox is complete. */
  readonly settleMs?: number;
  /** Pages in work at once; default: all cores. */
  readonly jobs?: number;
  /** Days after which originals are removed, 0: once they are read; null: never. */
  readonly keepOriginalsDays?: number | null;
  readonly log: FastifyBaseLogger;
}

export interface OpenService extends Service {
  readonly metrics: Metrics;
  /** Ends within about `graceMs`: what takes longer is let go and done again after the next start. */
  close(graceMs: number): Promise<void>;
}

/**
 * Opens state and queue, goes on with what was left unread, and starts reading.
 * @throws SoatError of the machine
 */
export async function openService(options: ServiceOptions): Promise<OpenService> {
  const { deployment, inbox, jobs, log, settleMs, keepOriginalsDays = null } = options;
  const folder = await inboxFolder(inbox, deployment.dataFolder);
  const store = await openStore(deployment);
  const engine = await engineFor(deployment);
  const keys = keysWith(engine);
  const backend = await openBackend(deployment, store, keys(null).line);
  const { pool } = store;
  const notices = new Notices(pool);
  await notices.open();
  const metrics = new Metrics(pool, backend);
  const corrections = new Corrections(pool);
  const corrector = new Corrector(store.results, keys, corrections);
  const placements = new Placements(pool);
  const webhooks = new Webhooks(pool, log);
  const matcher = new SubmissionMatcher({ store, backend, keys, notices, corrections, corrector, log });
  const comparer = new RoundComparer({ store, backend, keys, notices, corrector, placements, log });
  const publisher = new Publisher({
    store,
    keys,
    notices,
    corrector,
    corrections,
    publishMatched: (filing) => matcher.match(filing),
    published: async (filing) => {
      await announce(filing);
      matcher.consider(filing);
      await watched.settle(filing);
    },
  });
  const owe: Owe = (document) => handIn({ store, backend }, document);
  const handingIn = new HandIn(pool, store.originals, owe);
  const rounds = new Rounds(pool);
  const uploadFolder = path.join(deployment.dataFolder, 'uploads');
  // What a process that died had half received or unpacked; nobody was told that it was taken.
  await rm(uploadFolder, { recursive: true, force: true });
  const watched = new Inbox({
    scratch: path.join(uploadFolder, 'scratch-'),
    folder,
    pool,
    rounds,
    handIn: handingIn,
    log,
    ...(settleMs === undefined ? {} : { settleMs }),
  });
  await requeue({ store, backend });
  const unfollow = await followQueue({
    backend,
    publisher,
    pageRead: () => metrics.pageRead(),
    recover: async () => {
      await handingIn.resume();
      await requeueWhereIdle({ store, backend });
    },
    log,
  });
  const line = startLine({
    store,
    backend,
    keys,
    jobs: jobs ?? availableParallelism(),
    threads: { engine },
    onStand: (reason) =>
      reason === null ? log.info('reading goes on') : log.error({ err: reason }, 'reading stands still'),
  });
  const keepOn = retireOriginals(store.originals, keepOriginalsDays, log);
  webhooks.open();
  await matcher.resume();
  await comparer.open();
  await watched.open();
  const pictures = new PagePictures(store.files, 1);
  const filings = new Filings(pool, keys);

  async function announce(id: number): Promise<void> {
    const { rows } = await pool.query<{ round: number; state: string; open: number }>(
      `SELECT round, state, (SELECT count(*)::int FROM soat.filing other WHERE other.round = filing.round
         AND other.state IN ('waiting', 'reading')) AS open FROM soat.filing WHERE id = $1`,
      [id],
    );
    const [row] = rows;
    if (row === undefined) return;
    const subject = { round: row.round, document: id, flag: null };
    await webhooks.announce(row.state === 'failed' ? 'document.failed' : 'document.done', [subject]);
    if (row.open === 0) await webhooks.announce('round.done', [{ ...subject, document: null }]);
  }

  return {
    store,
    backend,
    line,
    keys,
    log,
    notices,
    metrics,
    people: new People(pool),
    sessions: new Sessions(pool),
    tokens: new Tokens(pool),
    rounds,
    filings,
    flags: new Flags(pool),
    decisions: new Decisions(pool),
    corrections,
    corrector,
    placements,
    publisher,
    pictures,
    webhooks,
    handIn: handingIn,
    retries: new Retries({ store, keys, owe, dropFromQueue: () => rebuildQueue({ store, backend }) }),
    uploadFolder,
    inbox: folder,
    close: async (graceMs) => {
      await keepOn();
      await watched.close();
      await matcher.close();
      await comparer.close();
      await line.stop(graceMs);
      await unfollow();
      await Promise.all([webhooks.close(), corrector.close(), pictures.close(), notices.close()]);
      await backend.close();
      await store.close();
    },
  };
}
