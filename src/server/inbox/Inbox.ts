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
  /** Beginning of the paths at which archives are unpacked. */
  readonly scratch: string;
  /** Milliseconds without a change after which a drop is complete. */
  readonly settleMs?: number;
  /** Milliseconds between two looks where nothing is heard: network drives tell no changes. */
  readonly sweepMs?: number;
}

const usualSettle = 5_000;
const usualSweep = 300_000;
/** Milliseconds before a drop that could not be handed in is tried again: a lost server or a full disk comes back. */
const tryAgain = 30_000;

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
  /** Names in `_da-nhan` of drops that are not yet handed in, or whose mark could not be moved on. */
  readonly #unfinished = new Set<string>();
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
    for (const name of await this.#marks.taken()) this.#unfinished.add(name);
    this.#watch();
    this.#lookIn(0);
  }

  #watch(): void {
    this.#watcher = watch(this.#options.folder, {
      ignoreInitial: true,
      followSymlinks: false,
      ignored: (file) => file.split(/[/\\]/).some(isMark),
    });
    this.#watcher.on('all', () => this.#lookIn(this.#settleMs / 5));
    this.#watcher.on('error', (error) =>
      this.#options.log.warn({ err: error }, 'inbox: changes are not told; looked for'),
    );
  }

  /** What was read of a filing's drop is known: once all of the drop is, its mark says so. */
  async settle(filing: number): Promise<void> {
    const { rows } = await this.#options.pool.query<{ mark: string | null }>(
      'SELECT mark FROM soat.filing WHERE id = $1',
      [filing],
    );
    const mark = rows[0]?.mark ?? null;
    if (mark === null) return;
    // Its files are published whatever the inbox's disk does: the mark is moved at a later look.
    const settled = await this.#isSettled(mark).catch(() => false);
    if (!settled) this.#unfinished.add(mark);
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
    const { log, sweepMs = usualSweep } = this.#options;
    const open = await this.#claimComplete();
    for (const name of this.#unfinished) {
      if (this.#closed) return;
      try {
        if (await this.#isFinished(name)) this.#unfinished.delete(name);
      } catch (error) {
        log.error({ err: error }, 'inbox: a drop could not be handed in; tried again');
      }
    }
    if (open > 0) this.#lookIn(this.#settleMs / 5);
    else this.#lookIn(this.#unfinished.size > 0 ? Math.min(tryAgain, sweepMs) : sweepMs);
  }

  /** Makes complete drops ours. @returns how many are not complete */
  async #claimComplete(): Promise<number> {
    const { folder, log } = this.#options;
    try {
      const drops = await findDrops(folder);
      const complete = this.#stability.complete(drops, performance.now());
      if (complete.length === 0) return drops.length;
      // The watcher looks at every file of the folder after each move: thousands would take hours.
      await this.#watcher?.close();
      for (const { name } of complete) {
        const claimed = await this.#marks.claim(name);
        if (claimed !== null) this.#unfinished.add(claimed);
      }
      if (!this.#closed) this.#watch();
      // What came while nobody watched is still to be looked for.
      return drops.length;
    } catch (error) {
      // A network drive that is away comes back.
      log.error({ err: error }, 'inbox: not readable now');
      return 0;
    }
  }

  /** Hands a claimed drop in; what was handed in of it before is not taken again. @returns false: to be tried again */
  async #isFinished(name: string): Promise<boolean> {
    let gathered: Gathered | undefined;
    try {
      // A link could name any file of the machine.
      gathered = await gatherInputs([this.#marks.pathOf('taken', name)], {
        followLinks: false,
        scratch: this.#options.scratch,
      });
      await this.#handIn(name, gathered);
      return await this.#isSettled(name);
    } catch (error) {
      const code = error instanceof SoatError ? error.code : null;
      if (code === 'nothing-to-read') return this.#marks.finish(name, new SoatError(code, name).explanation.vi);
      // An inspector took it away again.
      if (code === 'path-not-found') return true;
      throw error;
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
      if (known.has(file)) continue;
      await handIn.take(
        { ...input, relativeName: file },
        { round, submission: isFolder ? name : null, by: 'inbox', mark: name, priority: priorities.round },
      );
    }
  }

  /** Moves the mark of a drop whose files all have a result. @returns false where it could not be moved now */
  async #isSettled(name: string): Promise<boolean> {
    const { over, failure, note } = await outcomeOf(this.#options.pool, name);
    return !over || this.#marks.finish(name, failure, note);
  }
}
