import { SoatError } from '../../model/errors.js';
import type { SqlPool } from '../../store/sql.js';
import type { Role } from '../api/access.js';
import { hashOfPassword, isPassword } from './secrets.js';

export interface PersonRecord {
  readonly id: number;
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly disabled: boolean;
  readonly createdAt: Date;
}

export interface NewPerson {
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly password: string;
}

export interface PersonChange {
  readonly name?: string | undefined;
  readonly role?: Role | undefined;
  readonly disabled?: boolean | undefined;
  readonly password?: string | undefined;
}

const columns = 'id, username, name, role, disabled, created_at AS "createdAt"';
/** Checked where there is no such person, so that a guess of names takes as long as one of passwords. */
const nobody = hashOfPassword('');

/** The people who work with this installation. */
export class People {
  readonly #pool: SqlPool;

  constructor(pool: SqlPool) {
    this.#pool = pool;
  }

  async list(): Promise<PersonRecord[]> {
    return (await this.#pool.query<PersonRecord>(`SELECT ${columns} FROM soat.person ORDER BY id`)).rows;
  }

  async isFirstStart(): Promise<boolean> {
    return (await this.#pool.query('SELECT FROM soat.person LIMIT 1')).rows.length === 0;
  }

  /** Two browsers may ask at once: one of them becomes the administrator. @throws SoatError `conflict` */
  async addFirst(person: Omit<NewPerson, 'role'>): Promise<PersonRecord> {
    const { rows } = await this.#pool.query<PersonRecord>(
      `INSERT INTO soat.person (username, name, role, password)
       SELECT $1, $2, 'administrator', $3 WHERE NOT EXISTS (SELECT FROM soat.person) RETURNING ${columns}`,
      [person.username, person.name, await hashOfPassword(person.password)],
    );
    return rows[0] ?? fail('conflict', person.username);
  }

  /** @throws SoatError `conflict` where the name is taken */
  async add({ username, name, role, password }: NewPerson): Promise<PersonRecord> {
    const { rows } = await this.#pool.query<PersonRecord>(
      `INSERT INTO soat.person (username, name, role, password) VALUES ($1, $2, $3, $4)
       ON CONFLICT (username) DO NOTHING RETURNING ${columns}`,
      [username, name, role, await hashOfPassword(password)],
    );
    return rows[0] ?? fail('conflict', username);
  }

  /**
   * The sessions and tokens of a person whose password, role or right to enter changes end.
   * @throws SoatError `not-found`; `conflict` where nobody would be left to administer
   */
  async change(id: number, { name, role, disabled, password }: PersonChange): Promise<PersonRecord> {
    const { rows } = await this.#pool.query<PersonRecord>(
      `UPDATE soat.person SET name = coalesce($2, name), role = coalesce($3, role),
         disabled = coalesce($4, disabled), password = coalesce($5, password)
       WHERE id = $1 AND (coalesce($3, role) = 'administrator' AND NOT coalesce($4, disabled) OR EXISTS (
         SELECT FROM soat.person other WHERE other.id <> $1 AND other.role = 'administrator' AND NOT other.disabled))
       RETURNING ${columns}`,
      [
        id,
        name ?? null,
        role ?? null,
        disabled ?? null,
        password === undefined ? null : await hashOfPassword(password),
      ],
    );
    const changed = rows[0];
    if (changed === undefined) return fail((await this.#find(id)) === undefined ? 'not-found' : 'conflict', String(id));
    if (password !== undefined || role !== undefined || disabled === true) {
      await this.#pool.query('DELETE FROM soat.session WHERE person = $1', [id]);
    }
    return changed;
  }

  /** @throws SoatError `wrong-password` */
  async withPassword(username: string, password: string): Promise<PersonRecord> {
    const { rows } = await this.#pool.query<PersonRecord & { password: string }>(
      `SELECT ${columns}, password FROM soat.person WHERE username = $1 AND NOT disabled`,
      [username],
    );
    const [person] = rows;
    const right = await isPassword(password, person?.password ?? (await nobody));
    if (person === undefined || !right) return fail('wrong-password');
    const { password: _, ...known } = person;
    return known;
  }

  /** @throws SoatError `wrong-password`, `not-found` */
  async changePassword(id: number, current: string, password: string): Promise<void> {
    const { username } = await this.find(id);
    await this.withPassword(username, current);
    await this.change(id, { password });
  }

  /** @throws SoatError `not-found` */
  async find(id: number): Promise<PersonRecord> {
    return (await this.#find(id)) ?? fail('not-found');
  }

  async #find(id: number): Promise<PersonRecord | undefined> {
    return (await this.#pool.query<PersonRecord>(`SELECT ${columns} FROM soat.person WHERE id = $1`, [id])).rows[0];
  }
}

function fail(code: 'conflict' | 'not-found' | 'wrong-password', detail: string | null = null): never {
  throw new SoatError(code, detail);
}
