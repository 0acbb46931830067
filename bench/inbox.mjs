import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { keysOf } from '../dist/src/audit/stageKeys.js';
import { openBackend } from '../dist/src/queue/backends/openBackend.js';
import { handIn } from '../dist/src/queue/handIn.js';
import { Inbox } from '../dist/src/server/inbox/Inbox.js';
import { HandIn } from '../dist/src/server/records/HandIn.js';
import { Rounds } from '../dist/src/server/records/Rounds.js';
import { openStore } from '../dist/src/store/openStore.js';

/**
 * `node bench/inbox.mjs [10000]`: so many files dropped at once into an inbox that is being watched, one in a hundred a copy
 * of another. Each must be taken once; half way the process that takes them is replaced by another. Nobody reads them.
 */
const many = Number(process.argv[2] ?? 10_000);
const root = mkdtempSync(path.join(os.tmpdir(), 'soat-inbox-'));
const folder = path.join(root, 'inbox');
mkdirSync(folder);
const deployment = { dataFolder: path.join(root, 'data'), databaseUrl: null, redisUrl: null, objectStore: null };
mkdirSync(deployment.dataFolder);
const store = await openStore(deployment);
const backend = await openBackend(deployment, store, keysOf(null).line);
const { pool } = store;

let inbox = await watched();
const began = performance.now();
const contents = new Set();
for (let index = 0; index < many; index++) {
  const content = `%PDF-1.4\n% ${index % 100 === 99 ? index - 1 : index}\n%%EOF\n`;
  contents.add(createHash('sha256').update(content).digest('hex'));
  writeFileSync(path.join(folder, `bao-cao-${index}.pdf`), content);
}
const times = [];
for (let step = 1; step <= 10; step++) {
  while ((await filings()) < (many * step) / 10) await pause(500);
  times.push(Math.round((performance.now() - began) / 1000));
  if (step !== 5) continue;
  await inbox.close();
  inbox = await watched();
}
await pause(3_000);
await inbox.close();

const count = async (query) => (await pool.query(query)).rows[0].count;
const found = {
  files: await filings(),
  names: await count('SELECT count(DISTINCT file)::int AS count FROM soat.filing'),
  contents: await count('SELECT count(DISTINCT sha256)::int AS count FROM soat.filing WHERE duplicate_of IS NULL'),
  copies: await count('SELECT count(*)::int AS count FROM soat.filing WHERE duplicate_of IS NOT NULL'),
  owed: (await store.documents.counts()).queued,
  queued: (await backend.counts()).survey.waiting,
  left: readdirSync(folder).filter((name) => name.endsWith('.pdf')).length,
  taken: readdirSync(path.join(folder, '_da-nhan')).length,
};
const owed = contents.size;
const expected = {
  files: many,
  names: many,
  contents: owed,
  copies: many - owed,
  owed,
  queued: owed,
  left: 0,
  taken: many,
};
console.log(`seconds after each tenth: ${times.join(' ')}; ${Math.round(process.memoryUsage().rss / 1e6)} MB`);
const wrong = Object.keys(expected).filter((name) => found[name] !== expected[name]);
for (const [name, value] of Object.entries(found)) console.log(`${wrong.includes(name) ? '!' : ' '} ${name}: ${value}`);
await backend.close();
await store.close();
rmSync(root, { recursive: true, force: true });
process.exit(wrong.length > 0 ? 1 : 0);

async function watched() {
  const owe = (document) => handIn({ store, backend }, document);
  const opened = new Inbox({
    folder,
    pool,
    rounds: new Rounds(pool),
    handIn: new HandIn(pool, store.originals, owe),
    log: pino({ level: 'warn' }, pino.destination(2)),
    scratch: path.join(root, 'scratch-'),
    settleMs: 2_000,
  });
  await opened.open();
  return opened;
}

async function filings() {
  return (await pool.query('SELECT count(*)::int AS count FROM soat.filing')).rows[0].count;
}
