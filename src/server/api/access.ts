import { z } from 'zod';
import { byId, id, instant } from './common.js';
import { nothing, route, scopes } from './route.js';

export const roles = ['viewer', 'reviewer', 'administrator'] as const;
export const role = z.enum(roles);
export type Role = z.infer<typeof role>;

const username = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9._-]{2,40}$/);
/** Long passwords cost the server time, so there is a bound. */
const password = z.string().min(10).max(200);
const personName = z.string().trim().min(1).max(120);

export const user = z
  .strictObject({ id, username: z.string(), name: z.string(), role, disabled: z.boolean(), createdAt: instant })
  .meta({ id: 'User' });

export const session = z
  .strictObject({
    state: z.enum(['first-start', 'signed-out', 'signed-in']),
    user: user.nullable(),
    scopes: z.array(z.enum(scopes)).describe('What this person or token may do'),
    csrf: z.string().nullable().describe('Send it as `x-csrf-token` with every request that changes something'),
  })
  .meta({ id: 'Session' });

export const token = z
  .strictObject({
    id,
    name: z.string(),
    scopes: z.array(z.enum(scopes)),
    owner: z.string(),
    createdAt: instant,
    expiresAt: instant.nullable(),
    lastUsedAt: instant.nullable(),
  })
  .meta({ id: 'Token' });

export const accessRoutes = {
  readSession: route({
    method: 'GET',
    path: '/session',
    access: 'anyone',
    summary: 'Who is signed in, and whether a first password is still to be set',
    response: session,
  }),
  firstStart: route({
    method: 'POST',
    path: '/first-start',
    access: 'anyone',
    summary: 'Set the first administrator’s password and sign in; refused once there is one',
    body: z.strictObject({ username, name: personName, password }),
    response: session,
  }),
  signIn: route({
    method: 'POST',
    path: '/session',
    access: 'anyone',
    summary: 'Sign in',
    body: z.strictObject({ username, password: z.string().max(200) }),
    response: session,
  }),
  signOut: route({
    method: 'DELETE',
    path: '/session',
    access: 'signed-in',
    summary: 'Sign out',
    response: nothing,
  }),
  changePassword: route({
    method: 'PUT',
    path: '/session/password',
    access: 'signed-in',
    summary: 'Change one’s own password; other sessions of the person end',
    body: z.strictObject({ current: z.string().max(200), password }),
    response: nothing,
  }),
  listUsers: route({
    method: 'GET',
    path: '/users',
    access: 'administer',
    summary: 'All people',
    response: z.strictObject({ items: z.array(user) }),
  }),
  addUser: route({
    method: 'POST',
    path: '/users',
    access: 'administer',
    summary: 'Add a person',
    body: z.strictObject({ username, name: personName, role, password }),
    response: user,
  }),
  changeUser: route({
    method: 'PATCH',
    path: '/users/:id',
    access: 'administer',
    summary: 'Change a person’s name, role or password, or disable them; their history stays',
    params: byId,
    body: z.strictObject({
      name: personName.optional(),
      role: role.optional(),
      disabled: z.boolean().optional(),
      password: password.optional(),
    }),
    response: user,
  }),
  listTokens: route({
    method: 'GET',
    path: '/tokens',
    access: 'signed-in',
    summary: 'One’s own tokens; an administrator’s view has everyone’s',
    response: z.strictObject({ items: z.array(token) }),
  }),
  addToken: route({
    method: 'POST',
    path: '/tokens',
    access: 'signed-in',
    summary: 'Make a token for another program; its secret is told this once',
    body: z.strictObject({
      name: personName,
      scopes: z.array(z.enum(scopes)).min(1),
      expiresAt: instant.nullable().default(null),
    }),
    response: z.strictObject({ token, secret: z.string().describe('Send it as `Authorization: Bearer …`') }),
  }),
  removeToken: route({
    method: 'DELETE',
    path: '/tokens/:id',
    access: 'signed-in',
    summary: 'Revoke a token',
    params: byId,
    response: nothing,
  }),
} as const;
