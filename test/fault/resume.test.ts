import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/pipeline/packageRoot.js';
import type { AuditProgress } from '../../src/queue/runAudit.js';
import { scratchFolder } from '../support/dataFolder.js';

const child = path.join(packageRoot, 'test', 'fault', 'auditChild.mjs');
/** One with a text layer, one scan. */
const files = ['01-so-thuy-san.pdf', '03-so-kinh-te-bien.pdf'].map((name) =>
  path.join(packageRoot, 'fixtures', 'reports', name),
);
/** Two undisturbed readings' worth on a machine that has other work. */
const patience = 240_000;

type Told = Partial<AuditProgress>;
let root: string;
let removeRoot: () => Promise<void>;

beforeAll(async () => {
  ({ folder: root, remove: removeRoot } = await scratchFolder());
  await Promise.all(['undisturbed', 'resumed'].map((name) => mkdir(at(name))));
});
afterAll(() => removeRoot());

const at = (name: string) => path.join(root, name);

/** Runs an audit in a process of its own; kills it, with all its threads, as soon as `kill` says so. */
async function audit(data: string, out: string, kill: (told: Told) => boolean = () => false): Promise<Told[]> {
  const process_ = spawn(process.execPath, [child, at(data), at(out), ...files], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<string>((resolve) =>
    process_.on('exit', (code, signal) => resolve(signal ?? String(code))),
  );
  const told: Told[] = [];
  let killed = false;
  for await (const line of createInterface(process_.stdout)) {
    if (killed) continue;
    const progress = JSON.parse(line) as Told;
    told.push(progress);
    killed = kill(progress);
    if (killed) process_.kill('SIGKILL');
  }
  expect(await ended).toBe(killed ? 'SIGKILL' : '0');
  return told;
}

const pagesDone = (told: readonly Told[]) => told.at(-1)?.pages?.done ?? 0;
/** Pages that the run found read when it had surveyed both files, or the last it told. */
const pagesAtStart = (told: readonly Told[]) => told.find(({ pages }) => pages?.total === 7)?.pages?.done ?? 0;

describe('an audit that is killed', () => {
  it(
    'goes on where it was, and says what an undisturbed one says',
    async () => {
      await audit('one', 'undisturbed');
      const expected = await documentsIn('undisturbed');
      expect([...expected.keys()]).toEqual(files.map((file) => `${path.basename(file)}.json`));

      const atStart = await audit('two', 'resumed', () => true);
      expect(pagesDone(atStart)).toBe(0);

      const amongPages = await audit('two', 'resumed', ({ pages }) => (pages?.done ?? 0) >= 4);
      const beforeTheEnd = await audit('two', 'resumed', ({ pages }) => pages?.total === 7 && pages.done === 7);
      expect(pagesAtStart(beforeTheEnd)).toBeGreaterThanOrEqual(pagesDone(amongPages));

      const last = await audit('two', 'resumed');
      expect(pagesAtStart(last)).toBe(7);
      expect(await documentsIn('resumed')).toEqual(expected);
    },
    patience,
  );

  it(
    'leaves no half-made database behind',
    async () => {
      const { folder, remove } = await scratchFolder();
      const data = path.join(folder, 'data');
      const creating = spawn(process.execPath, [child, data, folder, ...files], { stdio: 'ignore' });
      const ended = new Promise((resolve) => creating.on('exit', resolve));
      while (!(existsSync(data) && (await readdir(data)).some((name) => name.endsWith('.draft')))) {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      creating.kill('SIGKILL');
      await ended;
      expect(existsSync(path.join(data, 'database'))).toBe(false);
      await remove();
    },
    patience,
  );
});

async function documentsIn(folder: string): Promise<Map<string, unknown>> {
  const names = (await readdir(at(folder))).sort();
  return new Map(names.map((name) => [name, JSON.parse(readFileSync(path.join(at(folder), name), 'utf8'))]));
}
