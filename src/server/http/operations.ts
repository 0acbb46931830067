import type { FastifyInstance } from 'fastify';
import { SoatError } from '../../model/errors.js';
import type { OpenService } from '../openService.js';
import { requireAccess } from './Caller.js';
import { isLoopback } from './isLoopback.js';
import type { Authenticate } from './registerRoutes.js';

/** For those who keep the machine: alive, ready, and how it does. */
export function serveOperations(
  app: FastifyInstance,
  { store, backend, line, metrics }: OpenService,
  authenticate: Authenticate,
): void {
  app.get('/health', async () => ({ status: 'ok' }));

  app.get('/ready', async () => {
    await store.check();
    await backend.check();
    if (line.standing !== null) throw line.standing instanceof SoatError ? line.standing : new SoatError('internal');
    return { status: 'ready' };
  });

  app.get('/metrics', async (request, reply) => {
    // Counts of failures are nobody else's business: a collector on another machine has a token.
    if (!isLoopback(request.ip)) requireAccess(await authenticate(request), 'read');
    return reply.type(metrics.contentType).send(await metrics.text());
  });
}
