import type { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { RouteName, Routes } from '../api/index.js';
import type { FileResponse, Route } from '../api/route.js';
import type { Caller } from './Caller.js';
import type { PreparedJson } from './PreparedJson.js';

/** A file as an answer. */
export interface FileAnswer {
  readonly mediaType: string;
  readonly content: Buffer | Readable;
  /** Where it is to be saved under this name instead of shown. */
  readonly name?: string;
  /** True where the address names its content: the browser may keep it. */
  readonly lasting?: boolean;
}

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;
type Part<One extends Route, Key extends 'params' | 'query' | 'body'> =
  One extends Record<Key, infer Schema> ? Parsed<Schema> : undefined;

/** What a route's handler gets: everything checked against the contract. */
export interface Call<One extends Route> {
  readonly params: Part<One, 'params'>;
  readonly query: Part<One, 'query'>;
  readonly body: Part<One, 'body'>;
  readonly caller: Caller;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** JSON of the contract, written out or not, or a file; a stream of events writes to the reply itself. */
export type Answer<One extends Route> = One['response'] extends z.ZodType
  ? z.output<One['response']> | PreparedJson<One['response']>
  : One['response'] extends FileResponse
    ? FileAnswer
    : undefined;

export type Handler<One extends Route> = (
  call: Call<One>,
) => Promise<undefined extends Answer<One> ? void : Answer<One>>;

/** One handler for every route: one that is missing, or answers otherwise than the contract says, does not compile. */
export type Handlers<Names extends RouteName = RouteName> = { readonly [Name in Names]: Handler<Routes[Name]> };
