import type { FastifyBaseLogger } from 'fastify';
import type { Backend } from '../../queue/Backend.js';
import { sha256Of } from '../../queue/jobs.js';
import type { Publisher } from './Publisher.js';

/** Milliseconds between two looks for what ended unheard. */
const sweepEvery = 15_000;

export interface FollowOptions {
  readonly backend: Pick<Backend, 'watch'>;
  readonly publisher: Publisher;
  readonly pageRead: () => void;
  /** Owes and queues again what was lost on its way to the queue. */
  readonly recover: () => Promise<void>;
  readonly log: FastifyBaseLogger;
}

/**
 * Publishes what ends in the queue, in the order in which it ends, and looks every while for what nobody told.
 * @returns the function that ends it, after what is being published
 */
export async function followQueue({
  backend,
  publisher,
  pageRead,
  recover,
  log,
}: FollowOptions): Promise<() => Promise<void>> {
  let last: Promise<void> = Promise.resolve();
  const next = (work: () => Promise<void>) => {
    last = last.then(work).catch((error: unknown) => log.error({ err: error }, 'publishing failed; tried again'));
  };
  const ends = [
    await backend.watch('survey', (jobId) => next(() => publisher.surveyed(sha256Of(jobId)))),
    await backend.watch('read', (jobId) => {
      pageRead();
      next(() => publisher.pageRead(sha256Of(jobId)));
    }),
    await backend.watch('analyse', (jobId) => next(() => publisher.documentDone(sha256Of(jobId)))),
  ];
  const look = () => {
    next(() => publisher.sweep());
    next(recover);
  };
  look();
  const sweep = setInterval(look, sweepEvery);
  return async () => {
    clearInterval(sweep);
    for (const end of ends) await end();
    await last;
  };
}
