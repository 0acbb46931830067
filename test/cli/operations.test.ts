import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockDataFolder } from '../../src/store/lockDataFolder.js';
import { operationsContract } from '../support/operationsContract.js';
import { soat } from '../support/soat.js';

operationsContract('one machine', async () => ({ databaseUrl: null, redisUrl: null }));

describe('without a service', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'soat-cli-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  const data = () => path.join(folder, 'data');

  it('tells what the last audit could not read, and why', async () => {
    await writeFile(path.join(folder, 'a.pdf'), 'no PDF');
    const audited = await soat([
      'audit',
      path.join(folder, 'a.pdf'),
      '--out',
      path.join(folder, 'out'),
      '--data',
      data(),
    ]);
    expect(audited.status).toBe(3);
    const { stdout } = await soat(['status', '--json', '--data', data()]);
    expect(JSON.parse(stdout)).toMatchObject({
      schema: 'soat.status/v1',
      queue: { waiting: 0, active: 0, stopped: null },
      rounds: [],
      lastAudit: { counts: { failed: 1 }, failures: [{ file: 'a.pdf', code: 'not-a-document' }] },
    });
    const told = await soat(['status', '--lang', 'en', '--data', data()]);
    expect(told.stdout).toContain('  not-a-document: 1 files — ');
  });

  it('says that the folder is in use where another command holds it', async () => {
    await mkdir(data());
    const unlock = lockDataFolder(data());
    const { status, stderr } = await soat(['status', '--data', data()]);
    unlock();
    expect([status, stderr]).toEqual([4, expect.stringContaining('data-folder-in-use')]);
  });

  it.each([
    ['a data folder that does not exist', ['status'], 'path-not-found'],
    ['an unknown code', ['retry', '--code', 'none-such'], '--code none-such'],
    ['a round that is no number', ['cancel', 'x'], 'cancel x'],
  ])('ends with 2 after %s', async (_case, args, said) => {
    const { status, stderr } = await soat([...args, '--data', path.join(folder, 'none')]);
    expect([status, stderr]).toEqual([2, expect.stringContaining(said)]);
  });
});
