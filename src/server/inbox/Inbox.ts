import { lstat } from 'node:fs/promises';
import { watch } from 'chokidar';
import type { FastifyBaseLogger } from 'fastify';
import { type Gathered, gatherInputs } from '../../intake/gatherInputs.js';
import { findDrops } from '../../intake/inbox/findDrops.js';
import { isMark } from '../../intake/inbox/marks.js';
import { Stability } from '../../intake/inbox/Stability.js';
import { SoatError } from '../../model/errors.js';
import { priorities } from '../../queue/jobs.js';
import type { SqlPool } from '../../store/sql.js';
import type { HandIn } from '../records/HandIn.js';
import type { Rounds } from '../records/Rounds.js';
import { MarkFolders } from './MarkFolders.js';
import { outcomeOf } from './outcomeOf.js';

export interface InboxOptions {
  readonly folder: string;
  readonly pool: SqlPool;
  readonly rounds: Rounds;
  readonly handIn: HandIn;
  readonly log: FastifyBaseLogger;
  /** Milliseconds without a change after which a drop is complete. */
  readonly settleMs?: number;
  /** Milliseconds between two looks where nothing is heard: network drives tell no changes. */
  readonly sweepMs?: number;
}

const usualSettle = 5_000;
const usualSweep = 300_000;

/**
 * Takes what is dropped into a folder, once, when it is complete. A drop is moved to `_da-nhan` first: whatever happens
 * afterwards, it is found there again.
 */
export class Inbox {
  readonly #options: InboxOptions;
  readonly #marks: MarkFolders;
  readonly #stability: Stability;
  readonly #settleMs: number;
  #watcher: ReturnType<typeof watch> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> = Promise.resolve();
  #closed = false;

  constructor(options: InboxOptions) {
    this.#options = options;
    this.#settleMs = options.settleMs ?? usualSettle;
    this.#marks = new MarkFolders(options.folder);
    this.#stability = new Stability(this.#settleMs);
  }

  /** Goes on with what a process that died had taken, and watches. @throws SoatError `inbox-unusable` */
  async open(): Promise<void> {
    await this.#marks.create();
    for (const name of await this.#marks.taken()) await this.#takeClaimed(name);
    this.#watcher = watch(this.#options.folder, {
      ignoreInitial: true,
      followSymlinks: false,
      ignored: (file) => file.split(/[/\\]/).some(isMark),
    });
    this.#watcher.on('all', () => this.#lookIn(this.#settleMs / 5));
    this.#watcher.on('error', (error) =>
      this.#options.log.warn({ err: error }, 'inbox: changes are not told; looked for'),
    );
    this.#lookIn(0);
  }

  /** What was read of a filing's drop is known: once all of the drop is, its mark says so. */
  async settle(filing: number): Promise<void> {
    const { rows } = await this.#options.pool.query<{ mark: string | null }>(
      'SELECT mark FROM soat.filing WHERE id = $1',
      [filing],
    );
    const mark = rows[0]?.mark ?? null;
    if (mark !== null) await this.#settle(mark);
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#watcher?.close();
    await this.#looking;
  }

  #lookIn(ms: number): void {
    if (this.#closed) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#looking = this.#looking.then(() => this.#look());
    }, ms);
  }

  async #look(): Promise<void> {
    const { folder, log, sweepMs = usualSweep } = this.#options;
    let open = 0;
    try {
      const drops = await findDrops(folder);
      const complete = this.#stability.complete(drops, performance.now());
      open = drops.length - complete.length;
      for (const { name } of complete) {
        if (this.#closed) return;
        const claimed = await this.#marks.claim(name);
        if (claimed === null) open++;
        else await this.#takeClaimed(claimed);
      }
    } catch (error) {
      // A network drive that is away comes back.
      log.error({ err: error }, 'inbox: not readable now');
    }
    this.#lookIn(open > 0 ? this.#settleMs / 5 : sweepMs);
  }

  async #takeClaimed(name: string): Promise<void> {
    let gathered: Gathered | undefined;
    try {
      gathered = await gatherInputs([this.#marks.pathOf('taken', name)]);
      await this.#handIn(name, gathered);
      await this.#settle(name);
    } catch (error) {
      if (!(error instanceof SoatError)) throw error;
      if (error.code === 'nothing-to-read') await this.#marks.finish(name, error.explanation.vi);
      // It lies in `_da-nhan` and is taken at the next start.
      else this.#options.log.error({ err: error }, 'inbox: a drop could not be kept');
    } finally {
      await gathered?.discard();
    }
  }

  async #handIn(name: string, { inputs }: Gathered): Promise<void> {
    const { pool, rounds, handIn } = this.#options;
    const { rows } = await pool.query<{ file: string }>('SELECT file FROM soat.filing WHERE mark = $1', [name]);
    const known = new Set(rows.map(({ file }) => file));
    const round = await rounds.current();
    for (const input of inputs) {
      const isFolder = input.absolute !== input.root;
      const file = isFolder ? `${name}/${input.relativeName}` : input.relativeName;
      // A link could name any file of the machine.
      if (known.has(file) || (await isLink(input.absolute))) continue;
      await handIn.take(
        { ...input, relativeName: file },
        { round, submission: isFolder ? name : null, by: 'inbox', mark: name, priority: priorities.round },
      );
    }
  }

  async #settle(name: string): Promise<void> {
    const outcome = await outcomeOf(this.#options.pool, name);
    if (outcome.over) await this.#marks.finish(name, outcome.reason);
  }
}

function isLink(file: string): Promise<boolean> {
  return lstat(file).then(
    (stats) => stats.isSymbolicLink(),
    () => false,
  );
}
