import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type FlowJob, type Job, type Processor, UnrecoverableError, WaitingError } from 'bullmq';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { scratchFolder } from '../../../test/support/dataFolder.js';
import { startPostgres, startRedis, type TestServer } from '../../../test/support/servers.js';
import type { StageName } from '../../audit/stageTask.js';
import { migrate } from '../../store/migrate.js';
import { openEmbeddedDatabase } from '../../store/openEmbeddedDatabase.js';
import type { Backend, WorkerHandle, WorkOptions } from '../Backend.js';
import { openEmbeddedBackend } from './openEmbeddedBackend.js';
import { openPostgresBackend } from './openPostgresBackend.js';
import { openRedisBackend } from './openRedisBackend.js';

/** Where a queue can live; `open` may be called again for another process of the same deployment. */
interface Place {
  open(version: string): Promise<Backend>;
  readonly server: TestServer | null;
  end(): Promise<void>;
}

async function embedded(): Promise<Place> {
  const { folder, remove } = await scratchFolder();
  const pool = await openEmbeddedDatabase(path.join(folder, 'database'));
  await migrate(pool);
  return {
    open: (version) => openEmbeddedBackend(pool, version),
    server: null,
    end: async () => {
      await pool.end();
      await remove();
    },
  };
}

const places = [
  { name: 'the embedded database', shared: false, prepare: embedded },
  { name: 'PostgreSQL', shared: true, prepare: async () => onServer(await startPostgres(), openPostgresBackend) },
  { name: 'Redis', shared: true, prepare: async () => onServer(await startRedis(), openRedisBackend) },
];

function onServer(server: TestServer, open: (url: string, version: string) => Promise<Backend>): Place {
  return { open: (version) => open(server.url, version), server, end: () => server.stop() };
}

const quickLocks = { lockDuration: 500, stalledInterval: 250 };

describe.each(places)('a queue on $name', ({ shared, prepare }) => {
  let place: Place;
  let backend: Backend;
  const workers: WorkerHandle[] = [];

  beforeAll(async () => {
    place = await prepare();
    backend = await place.open('v1');
  });
  afterEach(async () => {
    await Promise.all(workers.splice(0).map((worker) => worker.close(true)));
    await backend.wipe();
  });
  afterAll(async () => {
    await backend.close();
    await place.end();
  });

  const job = (jobId: string, opts: FlowJob['opts'] = {}, children?: FlowJob[]): FlowJob => ({
    name: 'job',
    queueName: 'read',
    data: { jobId },
    opts: { jobId, removeOnComplete: true, removeOnFail: true, ...opts },
    ...(children === undefined ? {} : { children }),
  });
  const work = (processor: Processor, options: WorkOptions = {}, stage: StageName = 'read', on = backend) => {
    const worker = on.work(stage, processor, options);
    worker.on('error', () => {});
    workers.push(worker);
    return worker;
  };
  /** The ids of jobs in the order in which they are done, complete when as many as named are. */
  const done = (many: number, processor: (job: Job) => unknown = () => undefined, options: WorkOptions = {}) => {
    const ids: string[] = [];
    return new Promise<string[]>((resolve) => {
      work(async (one) => {
        await processor(one);
        ids.push(String(one.data.jobId));
        if (ids.length === many) resolve(ids);
      }, options);
    });
  };

  it('does what was added, in its order, a job of a known id once', async () => {
    await backend.add(job('a'), job('b'));
    await backend.add(job('a'));
    expect(await backend.counts()).toMatchObject({ read: { waiting: 2, active: 0 } });
    expect(await backend.age()).toBeGreaterThanOrEqual(0);
    expect(await done(2)).toEqual(['a', 'b']);
    await expect.poll(() => backend.counts()).toMatchObject({ read: { waiting: 0, active: 0 } });
    expect(await backend.age()).toBeNull();
  });

  it('wakes a worker that waits', async () => {
    const first = done(1);
    await pause(300);
    await backend.add(job('late'));
    expect(await first).toEqual(['late']);
  });

  it('takes the lower priority number first', async () => {
    await backend.add(job('round', { priority: 10 }), job('round-too', { priority: 10 }));
    await backend.add(job('inspector', { priority: 1 }));
    expect(await done(3)).toEqual(['inspector', 'round', 'round-too']);
  });

  it('keeps a parent until its children have ended, failed ones too', async () => {
    const child = (jobId: string) => job(jobId, { ignoreDependencyOnFailure: true });
    const parent = { ...job('parent', {}, [child('one'), child('bad'), child('two')]), queueName: 'analyse' };
    await backend.add(parent);
    expect(await backend.counts()).toMatchObject({ analyse: { waitingForPages: 1 }, read: { waiting: 3 } });
    const order: string[] = [];
    work(async ({ data }) => {
      order.push(data.jobId);
      if (data.jobId === 'bad') throw new UnrecoverableError('bad');
    });
    await new Promise<void>((resolve) => {
      work(async () => resolve(), {}, 'analyse');
    });
    expect(order).toEqual(['one', 'bad', 'two']);
  });

  it('tries again after a pause what may heal, and not what cannot', async () => {
    await backend.add(
      job('heals', { attempts: 3, backoff: { type: 'fixed', delay: 50 } }),
      job('never', { attempts: 3 }),
    );
    const tries: string[] = [];
    const healed = done(1, ({ data, attemptsMade }) => {
      tries.push(data.jobId);
      if (data.jobId === 'never') throw new UnrecoverableError('never');
      if (attemptsMade < 2) throw new Error('not yet');
    });
    expect(await healed).toEqual(['heals']);
    expect(tries.sort()).toEqual(['heals', 'heals', 'heals', 'never']);
  });

  it('takes back a job that is not to blame, without the loss of a try', async () => {
    await backend.add(job('again', { attempts: 1 }));
    let putBack = 0;
    const ids = done(1, async (one) => {
      if (putBack++ > 0) return;
      await one.moveToWait(one.token);
      throw new WaitingError();
    });
    expect(await ids).toEqual(['again']);
    expect(putBack).toBe(2);
  });

  it('gives the job of a process that vanished to another, and counts the loss', async () => {
    await backend.add(job('lost'));
    const vanishing = work(() => new Promise(() => {}), quickLocks);
    await expect.poll(() => backend.counts()).toMatchObject({ read: { active: 1 } });
    await vanishing.close(true);
    const losses: number[] = [];
    expect(await done(1, (one) => losses.push(one.stalledCounter), quickLocks)).toEqual(['lost']);
    expect(losses).toEqual([1]);
  });

  it('gives nothing to a worker that pauses, and goes on when it resumes', async () => {
    let began = 0;
    const worker = work(async () => {
      began++;
    });
    await worker.pause(true);
    await backend.add(job('held'));
    await pause(300);
    expect(began).toBe(0);
    worker.resume();
    await expect.poll(() => began).toBe(1);
  });

  it('tells every process that listens which jobs have ended', async () => {
    const ended: string[] = [];
    const stop = await backend.watch('read', (jobId) => ended.push(jobId));
    await backend.add(job('good'), job('bad'));
    await done(1, ({ data }) => {
      if (data.jobId === 'bad') throw new UnrecoverableError('bad');
    });
    await expect.poll(() => ended.toSorted()).toEqual(['bad', 'good']);
    await stop();
  });

  it('forgets everything when it is wiped, and can be used at once', async () => {
    await backend.add(
      { ...job('parent', {}, [job('one'), job('two')]), queueName: 'analyse' },
      job('tomorrow', { delay: 60_000 }),
    );
    await backend.wipe();
    const none = { waiting: 0, active: 0, waitingForPages: 0 };
    for (const counts of Object.values(await backend.counts())) expect(counts).toEqual(none);
    await backend.add(job('one'));
    expect(await done(1)).toEqual(['one']);
  });

  // The embedded database is one process's alone, and has no server to lose.
  if (shared)
    describe('that processes share', () => {
      it('leaves the jobs of another version alone', async () => {
        await backend.add(job('ours'));
        expect(await backend.counts()).toMatchObject({ read: { waiting: 1 } });
        const other = await place.open('v2');
        expect(await other.counts()).toMatchObject({ read: { waiting: 0 } });
        await other.close();
      });

      it('shares work among processes, each job done once', async () => {
        const others = await Promise.all([place.open('v1'), place.open('v1')]);
        const ids = Array.from({ length: 60 }, (_, index) => `job-${index}`);
        const seen: string[] = [];
        for (const one of [backend, ...others])
          work(async ({ data }) => void seen.push(data.jobId), { concurrency: 4 }, 'read', one);
        await backend.add(...ids.map((id) => job(id)));
        await expect.poll(() => seen.length, { timeout: 20_000 }).toBe(60);
        expect(new Set(seen).size).toBe(60);
        await Promise.all(workers.splice(0).map((worker) => worker.close()));
        await Promise.all(others.map((one) => one.close()));
      });

      it('goes on by itself after its server was killed and started again', async () => {
        await backend.add(job('before'));
        await place.server?.kill();
        await expect(backend.check()).rejects.toMatchObject({ code: expect.stringMatching(/-unreachable$/) });
        await expect(backend.add(job('during'))).rejects.toMatchObject({
          code: expect.stringMatching(/-unreachable$/),
        });
        await place.server?.start();
        await backend.add(job('after'));
        expect((await done(2)).toSorted()).toEqual(['after', 'before']);
      });
    });
});

describe('a queue whose server is not there', () => {
  it.each([
    ['queue-unreachable', () => openRedisBackend('redis://127.0.0.1:1', 'v1')],
    ['database-unreachable', () => openPostgresBackend('postgres://soat@127.0.0.1:1/postgres', 'v1')],
  ])('is told as %s', async (code, open) => {
    await expect(open()).rejects.toMatchObject({ code });
  });
});
