import type { z } from 'zod';
import type { RouteName, Routes } from '../../../src/server/api/index.js';
import { ApiError } from './ApiError.js';

/**
 * The server's own routes by method and path, as types alone: the browser loads none of their code, and a call that does
 * not fit its route does not compile.
 */
type ByKey = { [N in RouteName as `${Routes[N]['method']} ${Routes[N]['path']}`]: Routes[N] };
type JsonKey = { [K in keyof ByKey]: ByKey[K]['response'] extends z.ZodType ? K : never }[keyof ByKey];

type Given<R, Part extends string> = R extends { readonly [P in Part]: infer S extends z.ZodType }
  ? { readonly [P in Part]: z.input<S> }
  : unknown;
export type Call<K extends JsonKey> = Given<ByKey[K], 'params'> &
  Partial<Given<ByKey[K], 'query'>> &
  Given<ByKey[K], 'body'>;
export type Answer<K extends JsonKey> = ByKey[K] extends { readonly response: infer S extends z.ZodType }
  ? z.output<S>
  : never;

const root = '/api/v1';
let csrf: string | null = null;

/** The token that the server asks of every request that changes something. */
export function rememberCsrf(token: string | null): void {
  csrf = token;
}

export function csrfHeader(): Readonly<Record<string, string>> {
  return csrf === null ? {} : { 'x-csrf-token': csrf };
}

/** @throws ApiError with the server's code and message, or `offline` where it cannot be reached */
export async function call<K extends JsonKey>(key: K, sent: Call<K>): Promise<Answer<K>> {
  const [method = 'GET', path = '/'] = key.split(' ');
  const { params, query, body } = sent as Parts;
  const headers = {
    accept: 'application/json',
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(method === 'GET' ? {} : csrfHeader()),
  };
  const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
  const response = await fetch(addressOf(path, params, query), init).catch(() => null);
  if (response === null) throw ApiError.offline();
  if (!response.ok) throw await ApiError.of(response);
  return (response.status === 204 ? undefined : await response.json()) as Answer<K>;
}

interface Parts {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

/** The address of a route, for what the browser fetches itself: pictures, downloads, events. */
export function addressOf(path: string, params: Parts['params'] = {}, query: Parts['query'] = {}): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null) continue;
    for (const one of Array.isArray(value) ? value : [value]) asked.append(name, String(one));
  }
  const text = asked.toString();
  return `${root}${filled}${text === '' ? '' : `?${text}`}`;
}
