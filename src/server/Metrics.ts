import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Backend } from '../queue/Backend.js';
import type { JobName } from '../queue/jobs.js';
import type { SqlPool } from '../store/sql.js';
import { failureGroups } from './records/readProgress.js';

/** What a Prometheus collector asks of this process; counts of the whole installation come from its database and queue. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #pagesRead: Counter;

  constructor(pool: SqlPool, backend: Pick<Backend, 'counts' | 'age'>) {
    const registers = [this.#registry];
    collectDefaultMetrics({ register: this.#registry });
    this.#pagesRead = new Counter({
      name: 'soat_pages_read_total',
      help: 'Pages read by any process since this one started',
      registers,
    });
    new Gauge({
      name: 'soat_documents',
      help: 'Files handed in, by state',
      labelNames: ['state'],
      registers,
      async collect() {
        const { rows } = await pool.query<{ state: string; count: number }>(
          'SELECT state, count(*)::int AS count FROM soat.filing GROUP BY state',
        );
        this.reset();
        for (const { state, count } of rows) this.set({ state }, count);
      },
    });
    new Gauge({
      name: 'soat_failures',
      help: 'Failures of documents and pages, by code',
      labelNames: ['code'],
      registers,
      async collect() {
        this.reset();
        for (const { code, documents, pages } of await failureGroups(pool, null)) this.set({ code }, documents + pages);
      },
    });
    new Gauge({
      name: 'soat_queue_jobs',
      help: 'Jobs of the queue, by stage and state',
      labelNames: ['stage', 'state'],
      registers,
      async collect() {
        const counts = await backend.counts();
        for (const stage of Object.keys(counts) as JobName[]) {
          for (const [state, count] of Object.entries(counts[stage])) this.set({ stage, state }, count);
        }
      },
    });
    new Gauge({
      name: 'soat_queue_age_seconds',
      help: 'How long the oldest job has waited; 0 where none does',
      registers,
      async collect() {
        this.set(((await backend.age()) ?? 0) / 1000);
      },
    });
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  pageRead(): void {
    this.#pagesRead.inc();
  }

  text(): Promise<string> {
    return this.#registry.metrics();
  }
}
