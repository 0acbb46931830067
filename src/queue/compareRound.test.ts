import path from 'node:path';
import type { FlowJob } from 'bullmq';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { scratchFolder } from '../../test/support/dataFolder.js';
import { stageKeys } from '../audit/stageKeys.js';
import type { ListedAgency } from '../model/round.js';
import { openDataFolder } from '../store/openDataFolder.js';
import type { Store } from '../store/Store.js';
import type { Backend } from './Backend.js';
import { openEmbeddedBackend } from './backends/openEmbeddedBackend.js';
import { Comparer } from './Comparer.js';
import { compareRound, type RoundToCompare } from './compareRound.js';
import { handlers } from './handlers.js';
import { startWorkers, type Workers } from './startWorkers.js';

const keys = stageKeys(null);
let store: Store;
let backend: Backend;
let removeRoot: () => Promise<void>;
let workers: Workers | undefined;
/** Ids of the jobs that were added. */
let added: (string | undefined)[];

beforeAll(async () => {
  const { folder, remove } = await scratchFolder();
  removeRoot = remove;
  store = await openDataFolder(path.join(folder, 'data'));
  backend = await openEmbeddedBackend(store.pool, keys.line);
}, 60_000);
beforeEach(() => {
  added = [];
});
afterEach(async () => {
  await workers?.close();
  workers = undefined;
  await backend.wipe();
});
afterAll(async () => {
  await backend.close();
  await store.close();
  await removeRoot();
});

const context = () => ({
  backend,
  store,
  threads: { run: unused },
  comparer: new Comparer(store.results),
  keys: () => keys,
});

async function unused(): Promise<never> {
  throw new Error('a comparison reads no page');
}

function work(): void {
  workers = startWorkers({ backend, context: context(), jobs: 1, listeners: { stopped: unused } });
}

function options(more: { readonly signal?: AbortSignal } = {}) {
  const add = async (...flows: readonly FlowJob[]) => {
    added.push(...flows.map(({ opts }) => opts?.jobId));
    await backend.add(...flows);
  };
  return { store, backend: { add }, keys, ...more };
}

/** A round in which nobody has handed anything in. */
function roundOf(name: string, more: Partial<RoundToCompare> = {}): RoundToCompare {
  const owing: ListedAgency = { name, abbreviation: null, kind: null, superior: null, otherNames: [], files: [] };
  return { reports: [], pipeline: 'pctn-2023', list: [owing], earlier: null, ...more };
}

describe('compareRound', () => {
  it('has a job of the queue make the comparison, once for all who ask for the same', async () => {
    work();
    const [first, again] = await Promise.all([
      compareRound(roundOf('Sở Du lịch'), options()),
      compareRound(roundOf('Sở Du lịch'), options()),
    ]);
    expect(first.flags.map(({ rule, agency }) => [rule, agency])).toEqual([['batch/missing-agency', 'Sở Du lịch']]);
    expect(again).toEqual(first);
    const [job, ...others] = new Set(added);
    expect(others).toEqual([]);
    added = [];
    expect(await compareRound(roundOf('Sở Du lịch'), options())).toEqual(first);
    expect(added).toEqual([]);
    await handlers.compare({ comparison: job }, { last: true, priority: 1, losses: 0 }, context());
    expect(await compareRound(roundOf('Sở Du lịch'), options())).toEqual(first);
  });

  it('makes another one for another list', async () => {
    work();
    await compareRound(roundOf('Sở Thủy sản'), options());
    await compareRound(roundOf('Sở Muối biển'), options());
    expect(new Set(added).size).toBe(2);
  });

  it('tells what stopped it, and tries again when asked again', async () => {
    work();
    const round = roundOf('Sở Du lịch', { pipeline: 'none-of-this-name' });
    for (const time of [1, 2]) {
      await expect(compareRound(round, options())).rejects.toMatchObject({ code: 'pipeline-not-found' });
      expect(added).toHaveLength(time);
    }
  });

  it('gives up a job in whose hands process after process vanished', async () => {
    const asking = new AbortController();
    const waiting = compareRound(roundOf('Sở Lâm nghiệp'), options({ signal: asking.signal }));
    await expect.poll(() => added.length).toBe(1);
    await handlers.compare({ comparison: added[0] }, { last: false, priority: 1, losses: 10 }, context());
    await expect(waiting).rejects.toMatchObject({ code: 'parked' });
  });

  it('ends the waiting where that is cut short; the job is done by whoever works next', async () => {
    const asking = new AbortController();
    const waiting = compareRound(roundOf('Sở Cảng vụ'), options({ signal: asking.signal }));
    const ended = expect(waiting).rejects.toThrow('aborted');
    await expect.poll(() => added.length).toBe(1);
    asking.abort();
    await ended;
    work();
    await expect.poll(() => store.comparisons.find(added[0] ?? '')).toMatchObject({ ok: true });
  });
});
