import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { packageRoot } from '../../pipeline/packageRoot.js';
import { flagRoutes } from './flags.js';
import { routes } from './index.js';

const all = Object.entries(routes);

describe('the contract of the API', () => {
  it('has every method and path once', () => {
    const addresses = all.map(([, { method, path: address }]) => `${method} ${address}`);
    expect(addresses).toEqual([...new Set(addresses)]);
  });

  it('names the parameters of each path, and no others', () => {
    for (const [name, one] of all) {
      const inPath = [...one.path.matchAll(/:(\w+)/g)].map(([, parameter]) => parameter);
      const described = 'params' in one ? Object.keys(one.params.shape) : [];
      expect([name, described.toSorted()]).toEqual([name, inPath.toSorted()]);
    }
  });

  it('changes nothing on GET, and lets nobody change anything without a scope', () => {
    const open = ['firstStart', 'signIn', 'signOut', 'changePassword', 'addToken', 'removeToken'];
    const changing = all.filter(([name, { method }]) => method !== 'GET' && !open.includes(name));
    for (const [name, { access }] of changing) {
      expect([name, ['upload', 'review', 'administer']]).toEqual([name, expect.arrayContaining([access])]);
    }
    for (const [, one] of all) if (one.method === 'GET') expect('body' in one).toBe(false);
  });

  it('stands in docs/api.md, route by route', () => {
    const page = readFileSync(path.join(packageRoot, 'docs/api.md'), 'utf8').replace(/ +/g, ' ');
    const missing = Object.values(routes).filter(
      ({ method, path: address, access, summary }) =>
        !page.includes(`| ${method} | \`${address}\` | ${access} | ${summary} |`),
    );
    expect(missing.map(({ path: address }) => address)).toEqual([]);
  });

  it('takes one value of a filter or several', () => {
    const { query } = flagRoutes.listFlags;
    expect(query.parse({ severity: 'error' }).severity).toEqual(['error']);
    expect(query.parse({ severity: ['error', 'info'] }).severity).toEqual(['error', 'info']);
    expect(() => query.parse({ severity: 'grave' })).toThrow(z.ZodError);
  });

  it.each([
    ['a dismissal without a reason', { decision: 'dismiss' }, false],
    ['a dismissal with one', { decision: 'dismiss', reason: 'misread' }, true],
    ['the reason “other” without a note', { decision: 'dismiss', reason: 'other' }, false],
    ['the reason “other” with a note', { decision: 'dismiss', reason: 'other', note: 'đã xem bản gốc' }, true],
    ['a reason for accepting', { decision: 'accept', reason: 'misread' }, false],
    ['an acceptance', { decision: 'accept' }, true],
  ])('judges %s', (_what, body, allowed) => {
    expect(flagRoutes.decide.body.safeParse(body).success).toBe(allowed);
  });
});
