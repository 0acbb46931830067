import { softwareVersion } from '../../audit/softwareVersion.js';
import type { StageKeys } from '../../audit/stageKeys.js';
import { SoatError } from '../../model/errors.js';
import type { Backend } from '../../queue/Backend.js';
import { handIn, rebuildQueue } from '../../queue/handIn.js';
import { retryableCodes } from '../../queue/handlers.js';
import type { Line } from '../../queue/startLine.js';
import { dumpTables } from '../../store/backup/dumpTables.js';
import type { Store } from '../../store/Store.js';
import { Notices } from '../Notices.js';
import type { Owe } from '../records/HandIn.js';
import { Retries } from '../records/Retries.js';
import { Rounds } from '../records/Rounds.js';
import { rateOf, readProgress } from '../records/readProgress.js';
import type { Control, Status } from './Control.js';

interface Place {
  readonly store: Store;
  readonly backend: Backend;
  readonly keys: (pipeline: string | null) => StageKeys;
  /** Of the process that is asked; null where it reads nothing. */
  readonly line: Pick<Line, 'standing'> | null;
}

/** The control of an installation whose store and queue this process has open. */
export function openControl({ store, backend, keys, line }: Place): Control {
  const { pool } = store;
  const rounds = new Rounds(pool);
  const notices = new Notices(pool);
  const rebuild = () => rebuildQueue({ store, backend });
  const owe: Owe = (document) => handIn({ store, backend }, document);
  const retries = new Retries({ store, keys, owe, dropFromQueue: rebuild });
  const changed = (round: number) => notices.tell({ kind: 'round', round, document: null });
  return {
    rebuild,
    dump: (folder) => dumpTables(pool, folder, softwareVersion),
    status: async () => ({
      schema: 'soat.status/v1',
      version: softwareVersion,
      queue: await queueOf(backend, line),
      pagesPerMinute: await rateOf(pool),
      rounds: await Promise.all(
        (await rounds.list()).map(async ({ id, name, current, cancelledAt }) => ({
          ...(await readProgress(pool, rounds, id)),
          name,
          current,
          cancelled: cancelledAt !== null,
        })),
      ),
    }),
    retry: async ({ round, codes, olderVersion }) => {
      // A round that somebody cancelled goes on only where it is named.
      const running = async () => (await rounds.list()).filter(({ cancelledAt }) => cancelledAt === null);
      const asked = round === null ? await running() : [await rounds.find(round)];
      let documents = 0;
      for (const { id } of asked) {
        documents += await retries.retry({ round: id, codes: codes ?? undefined, olderVersion });
        await changed(id);
      }
      const forgotten = round === null ? await store.results.forgetAllErrors(codes ?? retryableCodes) : 0;
      return { documents, forgotten };
    },
    cancel: async (round) => {
      await rounds.find(round);
      await retries.cancel(round);
      await changed(round);
    },
  };
}

async function queueOf(backend: Backend, line: Place['line']): Promise<Status['queue']> {
  const counts = Object.values(await backend.counts());
  const age = await backend.age();
  return {
    waiting: counts.reduce((sum, { waiting }) => sum + waiting, 0),
    active: counts.reduce((sum, { active }) => sum + active, 0),
    oldestSeconds: age === null ? null : Math.round(age / 1000),
    stopped: stoppedBy(line?.standing ?? null),
  };
}

function stoppedBy(reason: unknown): Status['queue']['stopped'] {
  if (reason === null) return null;
  const { code, explanation } = reason instanceof SoatError ? reason : new SoatError('internal');
  return { code, ...explanation };
}
