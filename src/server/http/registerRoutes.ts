import type { FastifyInstance, FastifyReply, FastifyRequest, FastifySchema } from 'fastify';
import { z } from 'zod';
import { errorResponse } from '../api/common.js';
import { apiRoot, type RouteName, routes } from '../api/index.js';
import type { Route } from '../api/route.js';
import type { Caller } from './Caller.js';
import { requireAccess } from './Caller.js';
import type { Call, FileAnswer, Handlers } from './Handler.js';
import { PreparedJson } from './PreparedJson.js';

/** @returns who sent a request; @throws SoatError where it carries what is wrong, not where it carries nothing */
export type Authenticate = (request: FastifyRequest) => Promise<Caller>;

/** Serves every route of the contract by its handler. */
export function registerRoutes(app: FastifyInstance, handlers: Handlers, authenticate: Authenticate): void {
  for (const [name, definition] of Object.entries<Route>(routes)) {
    const handler = handlers[name as RouteName] as (call: Call<Route>) => Promise<unknown>;
    const callers = new WeakMap<FastifyRequest, Caller>();
    app.route({
      method: definition.method,
      url: apiRoot + definition.path,
      schema: schemaOf(name, definition),
      // Before the body is read: a stranger costs nothing.
      onRequest: async (request) => {
        const caller = await authenticate(request);
        requireAccess(caller, definition.access);
        callers.set(request, caller);
      },
      handler: async (request, reply) => {
        const caller = callers.get(request);
        if (caller === undefined) throw new Error(`${name}: nobody was asked who calls`);
        const { params, query, body } = request;
        const answer = await handler({ params, query, body, caller, request, reply } as Call<Route>);
        return send(definition, answer, reply);
      },
    });
  }
}

function send({ response }: Route, answer: unknown, reply: FastifyReply): unknown {
  if (answer instanceof PreparedJson) return reply.type('application/json').send(answer.bytes);
  if (isSchema(response)) return response instanceof z.ZodUndefined ? reply.code(204).send() : answer;
  if (response.kind === 'events') return reply;
  const { mediaType, content, name, lasting } = answer as FileAnswer;
  if (name !== undefined) {
    const ascii = name.normalize('NFD').replace(/[^\x20-\x7e]|["\\]/g, '');
    reply.header(
      'content-disposition',
      `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name).replaceAll("'", '%27')}`,
    );
  }
  reply.header('cache-control', lasting === true ? 'private, max-age=86400' : 'no-store');
  return reply.type(mediaType).send(content);
}

function schemaOf(name: string, { access, summary, params, query, body, response, path }: Route): FastifySchema {
  return {
    operationId: name,
    summary,
    tags: [path.split('/')[1] ?? ''],
    security: access === 'anyone' ? [] : [{ cookie: [] }, { token: [] }],
    ...(access === 'anyone' || access === 'signed-in' ? {} : { description: `Scope: ${access}` }),
    ...(params === undefined ? {} : { params }),
    ...(query === undefined ? {} : { querystring: query }),
    ...(body === undefined ? {} : isSchema(body) ? { body } : { consumes: ['multipart/form-data'] }),
    response: { ...responseOf(response), default: errorResponse },
  } as FastifySchema;
}

function responseOf(response: Route['response']): Record<number, unknown> {
  if (isSchema(response)) return { [response instanceof z.ZodUndefined ? 204 : 200]: response };
  const binary = z.string().describe('Bytes');
  const types = response.kind === 'events' ? ['text/event-stream'] : response.mediaTypes;
  const schema = response.kind === 'events' ? response.event : binary;
  return { 200: { description: 'OK', content: Object.fromEntries(types.map((type) => [type, { schema }])) } };
}

function isSchema(part: object): part is z.ZodType {
  return part instanceof z.ZodType;
}
