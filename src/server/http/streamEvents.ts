import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { roundEvent } from '../api/rounds.js';
import { readProgress } from '../records/readProgress.js';
import type { Service } from '../Service.js';

type RoundEvent = z.output<typeof roundEvent>;

/** Milliseconds: progress is told no more often, however fast pages come. */
const progressEvery = 1000;
/** Proxies close a connection on which nothing is said. */
const silence = 20_000;

/** Tells a browser what happens in a round until it goes away. */
export async function streamEvents(
  { store, rounds, notices }: Pick<Service, 'store' | 'rounds' | 'notices'>,
  round: number,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const send = (event: RoundEvent) => reply.raw.write(`data: ${JSON.stringify(event)}\n\n`);
  const progress = async () => send({ type: 'progress', progress: await readProgress(store.pool, rounds, round) });
  let due: NodeJS.Timeout | undefined;
  const progressSoon = () => {
    due ??= setTimeout(() => {
      due = undefined;
      // The database may be gone for a moment; the next news brings the counts.
      progress().catch((error: unknown) => request.log.warn({ err: error }, 'progress not told'));
    }, progressEvery);
  };
  const first = await readProgress(store.pool, rounds, round);
  reply.hijack();
  reply.raw.writeHead(200, {
    ...headersOf(reply),
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  send({ type: 'progress', progress: first });
  const stop = notices.listen((notice) => {
    if (notice.round !== round) return;
    if (notice.kind === 'document' && notice.document !== null) send({ type: 'document', document: notice.document });
    if (notice.kind === 'flags') send({ type: 'flags', document: notice.document });
    if (notice.kind === 'round') send({ type: 'round', round });
    progressSoon();
  });
  const beat = setInterval(() => reply.raw.write(':\n\n'), silence);
  request.raw.once('close', () => {
    stop();
    clearInterval(beat);
    clearTimeout(due);
  });
}

function headersOf(reply: FastifyReply): Record<string, string> {
  return Object.fromEntries(
    Object.entries(reply.getHeaders()).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : String(value)]],
    ),
  );
}
