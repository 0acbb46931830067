import { randomUUID } from 'node:crypto';
import { readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { SoatError } from '../model/errors.js';

interface Holder {
  readonly pid: number;
  /** Tells a process from a later one of the same id (id 1 in every container); null where the system does not say. */
  readonly startedAt: string | null;
  readonly host: string;
  readonly token: string;
}

const beatEvery = 5_000;
/** A holder on another host (an earlier container over the same folder) is gone after this silence, in ms. */
const silence = 30_000;

/**
 * Takes the folder for this process. The lock of a process that was killed is taken over.
 * @returns the function that gives it back
 * @throws SoatError `data-folder-in-use`
 */
export function lockDataFolder(folder: string): () => void {
  const lock = path.join(folder, 'lock');
  const holder: Holder = {
    pid: process.pid,
    startedAt: startOf(process.pid),
    host: hostname(),
    token: randomUUID(),
  };
  while (!created(lock, holder)) {
    if (!setStaleAside(lock, `${lock}.${holder.token}`)) throw new SoatError('data-folder-in-use', folder);
  }
  const heart = setInterval(() => beat(lock), beatEvery);
  heart.unref();
  return () => {
    clearInterval(heart);
    if (holderOf(lock)?.token === holder.token) rmSync(lock, { force: true });
  };
}

function created(lock: string, holder: Holder): boolean {
  try {
    writeFileSync(lock, JSON.stringify(holder), { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** @returns false where the lock is alive */
function setStaleAside(lock: string, aside: string): boolean {
  const seen = holderOf(lock);
  if (seen === undefined) return true;
  if (isAlive(seen, lock)) return false;
  try {
    renameSync(lock, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return true;
    throw error;
  }
  // Another process may have taken over between the look and the move: then its lock goes back.
  const mistaken = holderOf(aside)?.token !== seen.token;
  if (mistaken) renameSync(aside, lock);
  else rmSync(aside, { force: true });
  return !mistaken;
}

function isAlive(holder: Holder, lock: string): boolean {
  if (holder.host !== hostname())
    return Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0) < silence;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    // EPERM: it is there, but another user's.
    if (codeOf(error) === 'ESRCH') return false;
  }
  return holder.startedAt === startOf(holder.pid);
}

/** Boot and start tick of a process, on Linux. */
function startOf(pid: number): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    // The second field, the name, may hold spaces and brackets; the start tick is the 20th after it.
    const tick = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19];
    return `${boot}/${tick}`;
  } catch {
    return null;
  }
}

function holderOf(lock: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(lock, 'utf8')) as Holder;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    // Being written at this moment, or left empty by a full disk: only its age can tell.
    return { pid: 0, startedAt: null, host: '', token: '' };
  }
}

function beat(lock: string): void {
  try {
    const now = new Date();
    utimesSync(lock, now, now);
  } catch {
    // The folder was removed under a running process: the next statement says so.
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
