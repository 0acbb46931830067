import type { FastifyInstance } from 'fastify';
import { SoatError } from '../../model/errors.js';
import { isLoopback } from './isLoopback.js';

/** A site on the internet can name this machine's loopback address as its own; its pages then ask under the site's name. */
export function refuseForeignHosts(app: FastifyInstance): void {
  app.addHook('onRequest', async (request) => {
    if (!isLoopback(request.hostname)) throw new SoatError('stale-session', request.hostname);
  });
}
