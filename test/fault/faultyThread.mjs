import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { openStageRunner } from '../../dist/src/audit/openStageRunner.js';
import { shippedEngine } from '../../dist/src/reading/engine/EngineChoice.js';

/**
 * A thread that surveys and analyses for good, but makes its pages up, so that a test can say what becomes of each.
 * The folder SOAT_TEST_FOLDER holds `plan.json`: a page's number to `hang`, `exhaust`, `die`, `die-once`, `fail` or `lack`, and
 * `pause`, the milliseconds that every page takes, and `engine`: `gone` (no page can be read). Each page begun is added
 * to `pages.log` there.
 */
const folder = process.env.SOAT_TEST_FOLDER;
const runStage = openStageRunner(shippedEngine);

export default async function run(task) {
  if (task.stage !== 'read') return runStage(task);
  const plan = existsSync(`${folder}/plan.json`) ? JSON.parse(readFileSync(`${folder}/plan.json`, 'utf8')) : {};
  const gone = plan.engine === 'gone' ? { ok: false, code: 'engine-crashed', detail: null } : undefined;
  if (task.file.endsWith('canary.pdf')) return gone ?? { ok: true, json: '{}' };
  appendFileSync(`${folder}/pages.log`, `${task.page}\n`);
  if (gone !== undefined) return gone;
  const fault = plan[task.page];
  if (fault === 'hang') while (true);
  if (fault === 'exhaust') for (const held = []; ; ) held.push(Array(1e5).fill(held.length));
  if (fault === 'die' || (fault === 'die-once' && first(task.page))) process.exit(1);
  if (fault === 'fail') return { ok: false, code: 'page-unreadable', detail: null };
  if (fault === 'lack') return { ok: false, code: 'model-missing', detail: null };
  await new Promise((resolve) => setTimeout(resolve, plan.pause ?? 0));
  return { ok: true, json: JSON.stringify(pageReading(task.page)) };
}

function first(page) {
  const marker = `${folder}/seen-${page}`;
  if (existsSync(marker)) return false;
  writeFileSync(marker, '');
  return true;
}

function pageReading(number) {
  const words = ['Trang', String(number)].map((text, index) => ({
    text,
    box: [0.1 + 0.2 * index, 0.1, 0.25 + 0.2 * index, 0.12],
    confidence: 0.9,
  }));
  return {
    number,
    origin: 'ocr',
    reason: 'no-text-layer',
    width: 1654,
    height: 2339,
    rotation: 0,
    skew: 0,
    confidence: 0.9,
    lines: [{ words, box: [0.1, 0.1, 0.45, 0.12] }],
    rulings: [],
    coverage: 1,
    unread: [],
  };
}
