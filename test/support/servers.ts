import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { scratchFolder } from './dataFolder.js';

/** A server from the system's packages, with a folder and a port of its own. */
export interface TestServer {
  readonly url: string;
  /** Ends the process at once and starts it again over the same folder. */
  restart(): Promise<void>;
  /** Ends the process at once: what it acknowledged is in its folder. */
  kill(): Promise<void>;
  /** Starts the process again after `kill`. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Milliseconds for a hook that starts servers on a busy machine. */
export const startTimeout = 120_000;

/** Redis as a deployment runs it: append-only, nothing evicted. */
export async function startRedis(): Promise<TestServer> {
  const { folder, remove } = await scratchFolder();
  const port = await freePort();
  const flags = ['--port', port, '--dir', folder, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'yes'];
  const answers = () => {
    const { stdout } = spawnSync('redis-cli', ['-p', port, 'ping'], { encoding: 'utf8' });
    return stdout?.trim() === 'PONG';
  };
  return runServer({
    url: `redis://127.0.0.1:${port}`,
    launch: () => spawn('redis-server', [...flags, '--maxmemory-policy', 'noeviction'], { stdio: 'ignore' }),
    answers,
    crash: 'SIGKILL',
    remove,
  });
}

/** PostgreSQL with an empty database. */
export async function startPostgres(): Promise<TestServer> {
  const { folder, remove } = await scratchFolder();
  const port = await freePort();
  const data = path.join(folder, 'data');
  const owner = serverUser();
  mkdirSync(data, { mode: 0o700 });
  if (owner !== undefined) for (const one of [folder, data]) chownSync(one, owner.uid, owner.gid);
  const initdb = spawnSync(
    postgresProgram('initdb'),
    ['-D', data, '--encoding', 'UTF8', '--locale', 'C', '--auth', 'trust', '--username', 'soat', '--no-sync'],
    { ...owner, cwd: folder, encoding: 'utf8' },
  );
  if (initdb.status !== 0) throw new Error(`initdb: ${initdb.stderr}`);
  // What a server loses here it would lose in a power cut, not when its process is killed.
  const flags = ['-D', data, '-p', port, '-k', folder, '-h', '127.0.0.1', '-c', 'fsync=off'];
  const answers = () =>
    spawnSync(postgresProgram('pg_isready'), ['-h', '127.0.0.1', '-p', port], { stdio: 'ignore' }).status === 0;
  return runServer({
    url: `postgres://soat@127.0.0.1:${port}/postgres`,
    launch: () => spawn(postgresProgram('postgres'), flags, { ...owner, cwd: folder, stdio: 'ignore' }),
    answers,
    // SIGKILL would leave its children serving for a while; this is PostgreSQL's own crash, with recovery at the start.
    crash: 'SIGQUIT',
    remove,
  });
}

interface ServerKind {
  readonly url: string;
  readonly launch: () => ChildProcess;
  readonly answers: () => boolean;
  /** Ends all of the server's processes without a last word to its disk. */
  readonly crash: NodeJS.Signals;
  readonly remove: () => Promise<void>;
}

async function runServer({ url, launch, answers, crash, remove }: ServerKind): Promise<TestServer> {
  let child: ChildProcess | undefined;
  const start = async () => {
    child = launch();
    for (let tries = 0; !answers(); tries++) {
      if (child.exitCode !== null || tries === 300) throw new Error(`${child.spawnfile} does not start`);
      await pause(100);
    }
  };
  const kill = async () => {
    const ended = new Promise((resolve) => child?.once('exit', resolve));
    child?.kill(crash);
    await ended;
    child = undefined;
  };
  await start();
  return {
    url,
    start,
    kill,
    restart: async () => {
      await kill();
      await start();
    },
    stop: async () => {
      if (child !== undefined) await kill();
      await remove();
    },
  };
}

/** PostgreSQL refuses to run as root. */
function serverUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (flag: string) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);
  return { uid: idOf('-u'), gid: idOf('-g') };
}

/** Debian keeps the programs of each version in a folder of its own, away from PATH. */
function postgresProgram(name: string): string {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).sort((left, right) => Number(right) - Number(left)) : [];
  const newest = versions[0];
  return newest === undefined ? name : path.join(root, newest, 'bin', name);
}

function freePort(): Promise<string> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(String(typeof address === 'object' ? address?.port : address)));
    });
  });
}

/** An empty database on a server of `startPostgres`. @returns its address */
export async function newDatabase(server: TestServer, name: string): Promise<string> {
  await onPostgres(server, `CREATE DATABASE ${name}`);
  return server.url.replace(/\/postgres$/, `/${name}`);
}

export async function onPostgres({ url }: TestServer, statement: string): Promise<void> {
  const { default: pg } = await import('pg');
  const client = new pg.Client(url);
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
