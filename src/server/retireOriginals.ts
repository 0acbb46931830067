import type { FastifyBaseLogger } from 'fastify';
import type { Originals } from '../store/Originals.js';

/** Milliseconds between two looks: what is kept for no day goes soon after it is read. */
const lookEvery = 600_000;

/**
 * Removes originals whose time is over, now and then, and says how many.
 * @param days null: never
 * @returns the function that ends it
 */
export function retireOriginals(
  originals: Originals,
  days: number | null,
  log: FastifyBaseLogger,
): () => Promise<void> {
  if (days === null) return async () => {};
  let last: Promise<void> = Promise.resolve();
  const look = () => {
    last = last
      .then(async () => {
        const removed = await originals.retire(days);
        if (removed > 0) log.info({ removed, days }, 'originals removed, their time is over');
      })
      .catch((error: unknown) => log.error({ err: error }, 'originals not removed; tried again'));
  };
  look();
  const timer = setInterval(look, lookEvery);
  return async () => {
    clearInterval(timer);
    await last;
  };
}
