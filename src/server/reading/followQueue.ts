import type { FastifyBaseLogger } from 'fastify';
import type { Backend } from '../../queue/Backend.js';
import { sha256Of } from '../../queue/jobs.js';
import type { Publisher } from './Publisher.js';

/** Milliseconds between two looks for what ended unheard. */
const sweepEvery = 15_000;

/**
 * Publishes what ends in the queue, in the order in which it ends.
 * @returns the function that ends it, after what is being published
 */
export async function followQueue(
  backend: Pick<Backend, 'watch'>,
  publisher: Publisher,
  pageRead: () => void,
  log: FastifyBaseLogger,
): Promise<() => Promise<void>> {
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
  next(() => publisher.sweep());
  const sweep = setInterval(() => next(() => publisher.sweep()), sweepEvery);
  return async () => {
    clearInterval(sweep);
    for (const end of ends) await end();
    await last;
  };
}
