import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { buildProgram } from '../src/cli/program.js';
import { packageRoot } from '../src/pipeline/packageRoot.js';
import { deploymentFrom } from '../src/store/Deployment.js';

const read = (name: string) => readFileSync(path.join(packageRoot, name), 'utf8');
const filesIn = (folder: string, ending: string) =>
  readdirSync(path.join(packageRoot, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => path.join(folder, name));
const service = z.object({
  image: z.string(),
  command: z.union([z.string(), z.array(z.string())]).optional(),
  environment: z.record(z.string(), z.string()),
  ports: z.array(z.string()).optional(),
  volumes: z.array(z.string()).optional(),
  healthcheck: z.object({ test: z.array(z.string()) }),
  depends_on: z.record(z.string(), z.object({ condition: z.literal('service_healthy') })).optional(),
});
const { services, volumes } = z
  .object({ services: z.record(z.string(), service), volumes: z.record(z.string(), z.null()) })
  .parse(parse(read('docker-compose.yml'), { merge: true }));

describe('the compose file', () => {
  it('gives server and workers one deployment, of servers only', () => {
    expect(services.serve?.environment).toEqual(services.worker?.environment);
    expect(deploymentFrom(services.worker?.environment ?? {}, '/data')).toMatchObject({
      databaseUrl: expect.stringMatching(/^postgres:.*@postgres:5432/),
      redisUrl: expect.stringMatching(/^redis:.*@redis:6379/),
      objectStore: { endpoint: 'http://objects:9000', bucket: 'soat' },
    });
  });

  it('starts them once every server is healthy', () => {
    for (const name of ['serve', 'worker']) {
      expect(Object.keys(services[name]?.depends_on ?? {}).sort()).toEqual(['objects', 'postgres', 'redis']);
    }
  });

  it('sets no variable that nobody reads', () => {
    const known = ['DATABASE_URL', 'REDIS_URL', 'S3_ENDPOINT', 'S3_BUCKET', 'SOAT_DATA'];
    // The client of the object store reads these itself.
    const ofClient = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'];
    expect(Object.keys(services.worker?.environment ?? {}).sort()).toEqual([...ofClient, ...known].sort());
    const code = filesIn('src', '.ts').map(read).join('\n');
    for (const name of known) expect(code).toContain(name);
  });

  it.each(['serve', 'worker'])('starts %s by a command that the program knows', (name) => {
    const commandLine = services[name]?.command;
    const [command = '', ...flags] = typeof commandLine === 'string' ? commandLine.split(' ') : (commandLine ?? []);
    const { signal } = new AbortController();
    const program = buildProgram({ stdout: process.stdout, stderr: process.stderr, signal }, () => undefined);
    const known = program.commands.find((one) => one.name() === command)?.options.map(({ long }) => long);
    expect(known).toEqual(expect.arrayContaining(flags.filter((flag) => flag.startsWith('--'))));
  });

  it('asks the server for its health where it listens, and the worker where it says that it lives', () => {
    const { command, ports, healthcheck } = services.serve ?? {};
    const port = command?.[command.indexOf('--port') + 1];
    expect(ports).toEqual([expect.stringMatching(new RegExp(`:${port}$`))]);
    expect(healthcheck?.test.join(' ')).toContain(`http://127.0.0.1:${port}/health`);
    expect(services.worker?.healthcheck.test.join(' ')).toContain('/data/worker.alive');
    expect(services.worker?.environment.SOAT_DATA).toBe('/data');
  });

  it('declares the volumes that it names', () => {
    const named = Object.values(services).flatMap((one) => one.volumes ?? []);
    const kept = named.map((volume) => volume.split(':')[0] ?? '').filter((volume) => /^\w+$/.test(volume));
    expect(kept.sort()).toEqual(Object.keys(volumes).sort());
  });

  it('keeps the queue over a crash, and evicts nothing', () => {
    expect(services.redis?.command).toMatch(/--appendonly yes .*--maxmemory-policy noeviction/);
  });

  it.each(['redis', 'postgres', 'objects', 'serve'])('gives %s a volume', (name) => {
    expect(services[name]?.volumes?.length).toBeGreaterThan(0);
  });

  it('asks for every password in the example of .env', () => {
    const asked = [...read('docker-compose.yml').matchAll(/\$\{(\w+_PASSWORD)/g)].map((match) => match[1]);
    const offered = [...read('.env.example').matchAll(/^(\w+)=/gm)].map((match) => match[1]);
    expect(offered.sort()).toEqual([...new Set(asked)].sort());
  });
});

describe('the image', () => {
  it('holds all that the program reads beside itself', () => {
    const copied = [...read('Dockerfile').matchAll(/^COPY --from=build \/soat\/(\S+)/gm)].map((match) => match[1]);
    const places = filesIn('src', '.ts')
      .filter((file) => !file.endsWith('.test.ts'))
      .flatMap((file) => [...read(file).matchAll(/packageRoot((?:, '[\w.-]+')+)/g)])
      .map(([, parts = '']) => [...parts.matchAll(/'([^']+)'/g)].map((match) => match[1]).join('/'));
    const missing = places.filter((place) => !copied.some((one) => place === one || place.startsWith(`${one}/`)));
    expect(places).toContain('web/dist');
    expect(missing).toEqual([]);
  });
});

describe('a deployment', () => {
  it('is one machine where no variable is set, or all are empty', () => {
    const alone = { dataFolder: '/d', databaseUrl: null, redisUrl: null, objectStore: null };
    expect(deploymentFrom({}, '/d')).toEqual(alone);
    expect(deploymentFrom({ DATABASE_URL: '', REDIS_URL: '', S3_BUCKET: '' }, '/d')).toEqual(alone);
  });
});
