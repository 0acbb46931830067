import { z } from 'zod';

/** What a caller may do. A role is a set of scopes; a token carries some of those of the person who made it. */
export const scopes = ['read', 'export', 'upload', 'review', 'administer'] as const;
export type Scope = (typeof scopes)[number];

/** `anyone`: without sign-in. `signed-in`: any person or token. */
export type Access = 'anyone' | 'signed-in' | Scope;

/** A file instead of JSON. */
export interface FileResponse {
  readonly kind: 'file';
  readonly mediaTypes: readonly string[];
}

/** Server-sent events; `data` of each is JSON of this schema. */
export interface EventsResponse<Event extends z.ZodType = z.ZodType> {
  readonly kind: 'events';
  readonly event: Event;
}

/** Parts of `multipart/form-data`: any number of files, each under its path within what was dropped. */
export interface FilesBody {
  readonly kind: 'files';
}

/** One route of the API: the contract that server, dashboard and OpenAPI share. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below /api/v1; parameters as `:id`. */
  readonly path: `/${string}`;
  readonly access: Access;
  readonly summary: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType | FilesBody;
  readonly response: z.ZodType | FileResponse | EventsResponse;
}

/** Keeps the schemas' types, so that handlers and callers are checked against them. */
export function route<const One extends Route>(definition: One): One {
  return definition;
}

export function file(...mediaTypes: readonly string[]): FileResponse {
  return { kind: 'file', mediaTypes };
}

export function events<Event extends z.ZodType>(event: Event): EventsResponse<Event> {
  return { kind: 'events', event };
}

/** The answer of a route that has nothing to tell. */
export const nothing = z.undefined().describe('Done; no body.');
