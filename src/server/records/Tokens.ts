import { SoatError } from '../../model/errors.js';
import type { SqlPool } from '../../store/sql.js';
import type { Role } from '../api/access.js';
import type { Scope } from '../api/route.js';
import { type Caller, type Person, scopesOf } from '../http/Caller.js';
import { hashOfSecret, newSecret } from './secrets.js';

export interface TokenRecord {
  readonly id: number;
  readonly name: string;
  readonly scopes: Scope[];
  readonly owner: string;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly lastUsedAt: Date | null;
}

const select = `
  SELECT token.id, token.name, scopes, person.name AS owner, token.created_at AS "createdAt",
    expires_at AS "expiresAt", last_used_at AS "lastUsedAt"
  FROM soat.token JOIN soat.person ON person.id = token.person`;

/** Secrets by which other programs use the API for a person, with the same rights or fewer. */
export class Tokens {
  readonly #pool: SqlPool;

  constructor(pool: SqlPool) {
    this.#pool = pool;
  }

  /** One's own; an administrator's are everyone's. */
  async list({ id, role }: Person): Promise<TokenRecord[]> {
    const { rows } = await this.#pool.query<TokenRecord>(`${select} WHERE $2 OR token.person = $1 ORDER BY token.id`, [
      id,
      role === 'administrator',
    ]);
    return rows;
  }

  async add(person: Person, name: string, scopes: readonly Scope[], expiresAt: string | null) {
    const secret = newSecret();
    const { rows } = await this.#pool.query<{ id: number }>(
      'INSERT INTO soat.token (hash, name, scopes, person, expires_at) VALUES ($1, $2, $3, $4, $5) RETURNING id',
      [hashOfSecret(secret), name, scopes, person.id, expiresAt],
    );
    const { rows: made } = await this.#pool.query<TokenRecord>(`${select} WHERE token.id = $1`, [rows[0]?.id]);
    const [token] = made;
    if (token === undefined) throw new SoatError('not-found');
    return { token, secret };
  }

  /** @throws SoatError `not-found`, also for another person's token unless an administrator asks */
  async remove(id: number, person: Person): Promise<void> {
    const { rows } = await this.#pool.query(
      'DELETE FROM soat.token WHERE id = $1 AND (person = $2 OR $3) RETURNING id',
      [id, person.id, person.role === 'administrator'],
    );
    if (rows.length === 0) throw new SoatError('not-found');
  }

  /** A token never does more than its owner may do today. */
  async find(secret: string): Promise<Caller | undefined> {
    const { rows } = await this.#pool.query<{ id: number; name: string; role: Role; scopes: Scope[] }>(
      `UPDATE soat.token SET last_used_at = now() FROM soat.person
       WHERE hash = $1 AND person.id = token.person AND NOT disabled AND (expires_at IS NULL OR expires_at > now())
       RETURNING person.id, person.name, role, scopes`,
      [hashOfSecret(secret)],
    );
    const [row] = rows;
    if (row === undefined) return undefined;
    const { scopes, ...person } = row;
    return { person, scopes: new Set(scopes.filter((scope) => scopesOf[person.role].includes(scope))), session: null };
  }
}
