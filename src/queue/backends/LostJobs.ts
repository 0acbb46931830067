import { type Job, type Processor, UnrecoverableError } from 'bullmq';
import { inTransaction, type SqlPool } from '../../store/sql.js';
import { truncateQueue } from './postgresQueue.js';

/** How often processes have vanished with a job in their hands: what an emptied queue would forget. */
export class LostJobs {
  readonly #pool: SqlPool;
  readonly #losses: Map<string, number>;

  private constructor(pool: SqlPool, losses: Map<string, number>) {
    this.#pool = pool;
    this.#losses = losses;
  }

  /** Notes the jobs that nobody put back, and drops all jobs. Nothing else may work on this queue. */
  static async emptyQueue(pool: SqlPool): Promise<LostJobs> {
    const rows = await inTransaction(pool, async (session) => {
      await session.query(
        `INSERT INTO soat.lost_job AS known (queue, job, losses)
         SELECT queue, id, stalled_count + 1 FROM bullmq.job WHERE state = 'active'
         ON CONFLICT (queue, job) DO UPDATE SET losses = known.losses + excluded.losses`,
      );
      await truncateQueue(session);
      return (await session.query<LostJob>('SELECT queue, job, losses FROM soat.lost_job')).rows;
    });
    return new LostJobs(pool, new Map(rows.map(({ queue, job, losses }) => [keyOf(queue, job), losses])));
  }

  /** Tells each job of its losses, and forgets them when it has ended, good or bad. */
  counting(processor: Processor): Processor {
    return async (job, ...rest) => {
      job.stalledCounter += this.#losses.get(keyOf(job.queueName, job.id)) ?? 0;
      try {
        const result: unknown = await processor(job, ...rest);
        await this.#forget(job);
        return result;
      } catch (error) {
        if (error instanceof UnrecoverableError) await this.#forget(job);
        throw error;
      }
    };
  }

  async #forget({ queueName, id }: Job): Promise<void> {
    if (!this.#losses.delete(keyOf(queueName, id))) return;
    await this.#pool.query('DELETE FROM soat.lost_job WHERE queue = $1 AND job = $2', [queueName, id]);
  }
}

interface LostJob {
  readonly queue: string;
  readonly job: string;
  readonly losses: number;
}

function keyOf(queue: string, job: string | undefined): string {
  return `${queue}:${job}`;
}
