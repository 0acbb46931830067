import type { BackendClasses, FlowJob, IQueueBackend } from 'bullmq';
import { type ErrorCode, SoatError } from '../../model/errors.js';
import type { Backend } from '../Backend.js';
import { type JobName, jobData } from '../jobs.js';

/** What differs between the stores of the queue. */
export interface BullStore<Connection> {
  readonly classes: BackendClasses<IQueueBackend, Connection>;
  /** Of those who add and ask: a lost server is an error, soon. */
  readonly connection: Connection;
  /** Of those who wait for jobs: a lost server is waited for. */
  readonly waitingConnection: Connection;
  /** Drops all jobs of all versions. */
  wipe(): Promise<void>;
  close(): Promise<void>;
  /** Said where the store cannot be reached. */
  readonly lost: ErrorCode;
}

const stages = Object.keys(jobData) as JobName[];
/** Before everything in Redis: a server may be shared. */
export const prefix = 'soat';
/** Milliseconds after which a worker asks again whether a server that was lost is back. */
const runRetryDelay = 2_000;

/**
 * A queue on BullMQ. Every version of the stages has queues of its own: its workers leave other versions' jobs alone, so
 * that no document is read by one version and judged by another.
 */
export function bullBackend<Connection>(store: BullStore<Connection>, version: string): Backend {
  const { classes, connection, waitingConnection } = store;
  const nameOf = (stage: string) => `${stage}-${version}`;
  const flows = new classes.FlowProducer({ connection, prefix });
  const queues = new Map(stages.map((stage) => [stage, new classes.Queue(nameOf(stage), { connection, prefix })]));
  // Without a listener, a lost connection would end the process; who asks is told by the answer.
  flows.on('error', () => {});
  for (const queue of queues.values()) queue.on('error', () => {});

  const ofThisVersion = (flow: FlowJob): FlowJob => ({
    ...flow,
    queueName: nameOf(flow.queueName),
    ...(flow.children === undefined ? {} : { children: flow.children.map(ofThisVersion) }),
  });
  const ask = async <Answer>(question: () => Promise<Answer>): Promise<Answer> => {
    try {
      return await question();
    } catch (cause) {
      if (cause instanceof SoatError) throw cause;
      throw new SoatError(store.lost, cause instanceof Error ? cause.message : String(cause), { cause });
    }
  };
  return {
    add: async (...added) => {
      // Not `addBulk`: BullMQ 6.7 swallows its errors, and a job that nobody added would be waited for.
      for (const flow of added) await ask(() => flows.add(ofThisVersion(flow)));
    },
    work: (stage, processor, options) =>
      new classes.Worker(nameOf(stage), processor, {
        runRetryDelay,
        ...options,
        connection: waitingConnection,
        prefix,
      }),
    watch: async (stage, ended) => {
      const events = new classes.QueueEvents(nameOf(stage), { connection: waitingConnection, prefix });
      events.on('error', () => {});
      events.on('completed', ({ jobId }) => ended(jobId));
      events.on('failed', ({ jobId }) => ended(jobId));
      await ask(() => events.waitUntilReady());
      return () => events.close();
    },
    counts: () =>
      ask(async () => {
        const counted = [...queues].map(async ([stage, queue]) => {
          const counts = await queue.getJobCounts('waiting', 'prioritized', 'delayed', 'active', 'waiting-children');
          const { waiting = 0, prioritized = 0, delayed = 0, active = 0 } = counts;
          const all = { waiting: waiting + prioritized + delayed, active };
          return [stage, { ...all, waitingForPages: counts['waiting-children'] ?? 0 }] as const;
        });
        return Object.fromEntries(await Promise.all(counted)) as Awaited<ReturnType<Backend['counts']>>;
      }),
    age: () =>
      ask(async () => {
        const oldest = await Promise.all(
          [...queues.values()].map((queue) => queue.getJobs(['waiting', 'prioritized'], 0, 0, true)),
        );
        const times = oldest.flat().flatMap((job) => job?.timestamp ?? []);
        return times.length === 0 ? null : Math.max(0, Date.now() - Math.min(...times));
      }),
    wipe: () => ask(() => store.wipe()),
    check: async () => {
      await ask(async () => queues.get('survey')?.getJobCountByTypes('active'));
    },
    close: async () => {
      await Promise.all([flows, ...queues.values()].map((one) => one.close()));
      await store.close();
    },
  };
}
