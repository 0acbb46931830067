import type { FastifyRequest } from 'fastify';
import { SoatError } from '../../model/errors.js';
import type { Sessions } from '../records/Sessions.js';
import type { Tokens } from '../records/Tokens.js';
import { type Caller, stranger } from './Caller.js';
import type { Authenticate } from './registerRoutes.js';

export const sessionCookie = 'soat_session';

/** Methods that change nothing, by HTTP's own words. */
const safe = new Set(['GET', 'HEAD']);

/** By token, else by session; a browser's request that changes something must show that the page itself sent it. */
export function authenticator(sessions: Sessions, tokens: Tokens): Authenticate {
  return async (request) => {
    const secret = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
    if (secret !== undefined) {
      const caller = await tokens.find(secret);
      if (caller === undefined) throw new SoatError('not-signed-in', 'token');
      return caller;
    }
    const changes = !safe.has(request.method);
    if (changes && isForeign(request)) throw new SoatError('stale-session');
    const cookie = request.cookies[sessionCookie];
    const caller = (cookie === undefined ? undefined : await sessions.find(cookie)) ?? stranger;
    if (changes) requireCsrf(caller, request);
    return caller;
  };
}

function requireCsrf({ session }: Caller, request: FastifyRequest): void {
  if (session !== null && request.headers['x-csrf-token'] !== session.csrf) throw new SoatError('stale-session');
}

/** Browsers name the site that a request comes from; other programs do not. */
function isForeign({ headers }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const { origin, host } = headers;
  return origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`;
}
