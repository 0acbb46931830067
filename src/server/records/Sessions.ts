import type { SqlPool } from '../../store/sql.js';
import type { Role } from '../api/access.js';
import { type Caller, scopesOf } from '../http/Caller.js';
import { hashOfSecret, newSecret } from './secrets.js';

/** A working day; every request moves the end. */
export const sessionSeconds = 12 * 3600;

interface Row {
  readonly id: number;
  readonly name: string;
  readonly role: Role;
  readonly csrf: string;
}

/** Browsers that are signed in. */
export class Sessions {
  readonly #pool: SqlPool;

  constructor(pool: SqlPool) {
    this.#pool = pool;
  }

  /** @returns the cookie's value */
  async open(person: number): Promise<string> {
    const secret = newSecret();
    await this.#pool.query('DELETE FROM soat.session WHERE expires_at < now()');
    await this.#pool.query(
      `INSERT INTO soat.session (hash, person, csrf, expires_at)
       VALUES ($1, $2, $3, now() + make_interval(secs => $4))`,
      [hashOfSecret(secret), person, newSecret(), sessionSeconds],
    );
    return secret;
  }

  async find(secret: string): Promise<Caller | undefined> {
    const hash = hashOfSecret(secret);
    const { rows } = await this.#pool.query<Row>(
      `SELECT person.id, name, role, csrf FROM soat.session JOIN soat.person ON person.id = session.person
       WHERE hash = $1 AND expires_at > now() AND NOT disabled`,
      [hash],
    );
    const [row] = rows;
    if (row === undefined) return undefined;
    // Written now and then only: a page with fifty images is no fifty changes.
    await this.#pool.query(
      `UPDATE soat.session SET expires_at = now() + make_interval(secs => $2)
       WHERE hash = $1 AND expires_at < now() + make_interval(secs => $2 - 600)`,
      [hash, sessionSeconds],
    );
    const { csrf, ...person } = row;
    return { person, scopes: new Set(scopesOf[person.role]), session: { hash, csrf } };
  }

  async close(hash: string): Promise<void> {
    await this.#pool.query('DELETE FROM soat.session WHERE hash = $1', [hash]);
  }
}
