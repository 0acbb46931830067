import type { FastifyInstance } from 'fastify';
import { SoatError } from '../../model/errors.js';
import type { Metrics } from '../Metrics.js';
import type { Service } from '../Service.js';
import { isLoopback } from './isLoopback.js';

/** For those who keep the machine: alive, ready, and how it does. */
export function serveOperations(app: FastifyInstance, { store, backend, line }: Service, metrics: Metrics): void {
  app.get('/health', async () => ({ status: 'ok' }));

  app.get('/ready', async () => {
    await store.check();
    await backend.check();
    if (line.standing !== null) throw line.standing instanceof SoatError ? line.standing : new SoatError('internal');
    return { status: 'ready' };
  });

  app.get('/metrics', async (request, reply) => {
    // Counts of failures are nobody else's business; a collector runs beside the service or behind its proxy.
    if (!isLoopback(request.ip)) throw new SoatError('not-allowed', request.ip);
    return reply.type(metrics.contentType).send(await metrics.text());
  });
}
