import { spawnSync } from 'node:child_process';
import { existsSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scratchFolder } from '../../test/support/dataFolder.js';
import { lockDataFolder } from './lockDataFolder.js';

let folder: string;
let remove: () => Promise<void>;
const inUse = expect.objectContaining({ code: 'data-folder-in-use' });

beforeEach(async () => {
  ({ folder, remove } = await scratchFolder());
});
afterEach(() => remove());

/** A lock as another process would have left it. */
function leaveLock(holder: { pid: number; startedAt?: string | null; host?: string }, secondsAgo = 0): void {
  const lock = path.join(folder, 'lock');
  writeFileSync(lock, JSON.stringify({ startedAt: null, host: hostname(), token: 'theirs', ...holder }));
  const then = new Date(Date.now() - secondsAgo * 1000);
  utimesSync(lock, then, then);
}

describe('the lock on a data folder', () => {
  it('keeps a second holder out until it is given back', () => {
    const unlock = lockDataFolder(folder);
    expect(() => lockDataFolder(folder)).toThrow(inUse);
    unlock();
    lockDataFolder(folder)();
    expect(existsSync(path.join(folder, 'lock'))).toBe(false);
  });

  it('is taken over from a process that was killed', () => {
    const { pid } = spawnSync(process.execPath, ['--eval', '0']);
    leaveLock({ pid });
    lockDataFolder(folder)();
  });

  it.runIf(existsSync('/proc/self/stat'))('is taken over where another process has got the dead one’s id', () => {
    leaveLock({ pid: process.pid, startedAt: 'an-earlier-boot/1' });
    lockDataFolder(folder)();
  });

  it('is left to a process of another host while it gives signs of life', () => {
    leaveLock({ pid: 1, host: 'another' }, 10);
    expect(() => lockDataFolder(folder)).toThrow(inUse);
  });

  it('is taken over from another host that has long been silent', () => {
    leaveLock({ pid: 1, host: 'another' }, 60);
    lockDataFolder(folder)();
  });

  it('is not given back by one who lost it', () => {
    const unlock = lockDataFolder(folder);
    leaveLock({ pid: process.pid });
    unlock();
    expect(existsSync(path.join(folder, 'lock'))).toBe(true);
  });

  it('is waited for where it is just being written, and taken over where it stayed empty', () => {
    const lock = path.join(folder, 'lock');
    writeFileSync(lock, '');
    expect(() => lockDataFolder(folder)).toThrow(inUse);
    utimesSync(lock, new Date(0), new Date(0));
    lockDataFolder(folder)();
  });
});
