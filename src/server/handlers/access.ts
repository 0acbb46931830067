import type { FastifyReply } from 'fastify';
import { SoatError } from '../../model/errors.js';
import type { accessRoutes } from '../api/access.js';
import type { Routes } from '../api/index.js';
import { sessionCookie } from '../http/authenticate.js';
import { type Caller, personOf } from '../http/Caller.js';
import type { Answer, Handlers } from '../http/Handler.js';
import { isLoopback } from '../http/isLoopback.js';
import type { People, PersonRecord } from '../records/People.js';
import { plain } from '../records/plain.js';
import { type Sessions, sessionSeconds } from '../records/Sessions.js';
import type { Service } from '../Service.js';

type SessionView = Answer<Routes['readSession']>;

export function accessHandlers({ people, sessions, tokens }: Service): Handlers<keyof typeof accessRoutes> {
  return {
    readSession: async ({ caller }) => viewOf(caller, people),

    firstStart: async ({ body, request, reply }) => {
      // Whoever comes first over the network must not become the administrator.
      if (!isLoopback(request.ip)) throw new SoatError('not-allowed', request.ip);
      return enter(await people.addFirst(body), { people, sessions }, reply);
    },

    signIn: async ({ body, reply }) =>
      enter(await people.withPassword(body.username, body.password), { people, sessions }, reply),

    signOut: async ({ caller, reply }) => {
      if (caller.session !== null) await sessions.close(caller.session.hash);
      reply.clearCookie(sessionCookie, { path: '/' });
    },

    changePassword: async ({ body, caller, reply }) => {
      const { id } = personOf(caller);
      await people.changePassword(id, body.current, body.password);
      if (caller.session !== null) setCookie(reply, await sessions.open(id));
    },

    listUsers: async () => ({ items: (await people.list()).map(plain) }),
    addUser: async ({ body }) => plain(await people.add(body)),
    changeUser: async ({ params, body }) => plain(await people.change(params.id, body)),

    listTokens: async ({ caller }) => ({ items: (await tokens.list(personOf(caller))).map(plain) }),

    addToken: async ({ body, caller }) => {
      const beyond = body.scopes.filter((scope) => !caller.scopes.has(scope));
      if (beyond.length > 0) throw new SoatError('not-allowed', beyond.join(', '));
      const { token, secret } = await tokens.add(personOf(caller), body.name, body.scopes, body.expiresAt);
      return { token: plain(token), secret };
    },

    removeToken: async ({ params, caller }) => tokens.remove(params.id, personOf(caller)),
  };
}

async function enter(
  person: PersonRecord,
  { people, sessions }: { readonly people: People; readonly sessions: Sessions },
  reply: FastifyReply,
): Promise<SessionView> {
  const secret = await sessions.open(person.id);
  setCookie(reply, secret);
  const caller = await sessions.find(secret);
  if (caller === undefined) throw new SoatError('not-signed-in');
  return viewOf(caller, people);
}

function setCookie(reply: FastifyReply, secret: string): void {
  // Not `secure`: most installations speak plain HTTP within one machine; a proxy with TLS may add it.
  reply.setCookie(sessionCookie, secret, { path: '/', httpOnly: true, sameSite: 'strict', maxAge: sessionSeconds });
}

async function viewOf({ person, scopes, session }: Caller, people: People): Promise<SessionView> {
  if (person === null) {
    const state = (await people.isFirstStart()) ? 'first-start' : 'signed-out';
    return { state, user: null, scopes: [], csrf: null };
  }
  const user = await people.find(person.id);
  return { state: 'signed-in', user: plain(user), scopes: [...scopes], csrf: session?.csrf ?? null };
}
