import type { ErrorCode } from '../../model/errors.js';
import type { SqlPool } from '../../store/sql.js';
import type { Person } from '../http/Caller.js';
import { foldedWords } from './folded.js';
import { type Page, pageOf } from './page.js';
import { onlyVisibleFilings } from './visible.js';
import { Where } from './Where.js';

export interface FailureRecord {
  readonly document: number;
  readonly file: string;
  readonly code: ErrorCode;
  readonly page: number | null;
  readonly detail: string | null;
}

export interface FailureFilter {
  readonly code?: ErrorCode | undefined;
  readonly q?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** What could not be read of a round, one a document or page. */
export async function listFailures(
  pool: SqlPool,
  round: number,
  { code, q, cursor, limit }: FailureFilter,
  person: Person,
): Promise<Page<FailureRecord>> {
  const where = onlyVisibleFilings(
    new Where().and("round = ? AND duplicate_of IS NULL AND errors::text <> '[]'", round),
    person,
  );
  if (code !== undefined) where.and("failure ->> 'code' = ?", code);
  if (q !== undefined) where.andFolded('folded', foldedWords(q));
  const page = await pageOf<FailureRecord & { id: number }>(pool, {
    select: `filing.id AS document, file, failure ->> 'code' AS code, (failure ->> 'page')::int AS page,
      substring(failure ->> 'message' FROM '\\(([^()]*)\\)$') AS detail, place::int AS id`,
    from: 'soat.filing CROSS JOIN LATERAL json_array_elements(errors) WITH ORDINALITY AS failures (failure, place)',
    where,
    order: { by: 'filing.id', type: 'integer' },
    id: 'place',
    cursor,
    limit,
  });
  return { ...page, items: page.items.map(({ id: _, ...failure }) => failure) };
}
