import { SoatError } from '../../model/errors.js';
import type { Role } from '../api/access.js';
import type { Access, Scope } from '../api/route.js';

/** Who asks. */
export interface Caller {
  /** null: not signed in. */
  readonly person: Person | null;
  readonly scopes: ReadonlySet<Scope>;
  /** The session of a browser; null for a token and for a stranger. */
  readonly session: { readonly hash: string; readonly csrf: string } | null;
}

export interface Person {
  readonly id: number;
  readonly name: string;
  readonly role: Role;
}

export const stranger: Caller = { person: null, scopes: new Set(), session: null };

const reading: readonly Scope[] = ['read', 'export'];
const reviewing: readonly Scope[] = [...reading, 'upload', 'review'];

export const scopesOf: Readonly<Record<Role, readonly Scope[]>> = {
  viewer: reading,
  reviewer: reviewing,
  administrator: [...reviewing, 'administer'],
};

/** @throws SoatError `not-signed-in`, `not-allowed` */
export function requireAccess(caller: Caller, access: Access): void {
  if (access === 'anyone') return;
  if (caller.person === null) throw new SoatError('not-signed-in');
  if (access !== 'signed-in' && !caller.scopes.has(access)) throw new SoatError('not-allowed', access);
}

/** The person of a route that needs sign-in. @throws SoatError `not-signed-in` */
export function personOf(caller: Caller): Person {
  if (caller.person === null) throw new SoatError('not-signed-in');
  return caller.person;
}
