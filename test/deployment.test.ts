import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { packageRoot } from '../src/pipeline/packageRoot.js';
import { deploymentFrom } from '../src/store/Deployment.js';

const read = (name: string) => readFileSync(path.join(packageRoot, name), 'utf8');
const service = z.object({
  image: z.string(),
  command: z.union([z.string(), z.array(z.string())]).optional(),
  environment: z.record(z.string(), z.string()),
  volumes: z.array(z.string()).optional(),
  healthcheck: z.object({ test: z.array(z.string()) }),
  depends_on: z.record(z.string(), z.object({ condition: z.literal('service_healthy') })).optional(),
});
const { services } = z
  .object({ services: z.record(z.string(), service) })
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

describe('a deployment', () => {
  it('is one machine where no variable is set, or all are empty', () => {
    const alone = { dataFolder: '/d', databaseUrl: null, redisUrl: null, objectStore: null };
    expect(deploymentFrom({}, '/d')).toEqual(alone);
    expect(deploymentFrom({ DATABASE_URL: '', REDIS_URL: '', S3_BUCKET: '' }, '/d')).toEqual(alone);
  });
});
