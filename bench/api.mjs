// Medians of the API's lists with 1,000 reports and 20,000 flags: npm run build && node bench/api.mjs
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { serve } from '../dist/src/server/serve.js';

const reports = 1000;
const flagsEach = 20;
const tries = 15;
const bound = 100;

const fill = `
  INSERT INTO soat.agency (key, name, abbreviation)
    SELECT 'so mau ' || n, 'Sở Mẫu ' || n, 'SM' || n FROM generate_series(1, ${reports}) n;
  INSERT INTO soat.report (round, agency, year) SELECT 1, id, 2023 FROM soat.agency;
  INSERT INTO soat.original (sha256, bytes) SELECT lpad(to_hex(n), 64, '0'), 1 FROM generate_series(1, ${reports}) n;
  INSERT INTO soat.filing (round, report, sha256, bytes, file, state, kind, agency, year, claimed, points_at_stake, pages,
      pages_done, handed_in_by, folded, pipeline)
    SELECT 1, report.id, lpad(to_hex(report.id), 64, '0'), 1, 'so-mau-' || report.id || '.pdf', 'complete', 'report', agency,
      2023, 98, report.id % 60, 7, 7, 'inbox', 'so-mau-' || report.id || '.pdf so mau ' || agency, 'pctn-2023'
    FROM soat.report;
  INSERT INTO soat.score (filing, criterion, claimed, maximum, page)
    SELECT filing.id, criterion, 5, 5, 1 FROM soat.filing, unnest(ARRAY['A', 'B.1', 'B.2', 'C.1', 'C.2', 'C.3', 'D.1', 'D.2']) criterion;
  INSERT INTO soat.flag (round, filing, report, agency, newest, fingerprint, rule, severity, catalogue_severity, outcome,
      criterion, points, place, content, folded)
    SELECT 1, filing.id, report, agency, true, lpad(to_hex(n), 16, '0'), 'score/total-mismatch', severity, severity, 'fail',
      'B.1', 5, n, json_build_object('rule', 'score/total-mismatch', 'outcome', 'fail', 'confidence', 1, 'subject', 'criterion:B.1',
        'message', json_build_object('vi', repeat('Đề nghị kiểm tra lại. ', 8), 'en', repeat('Please check. ', 8)),
        'reason', null, 'with', null, 'fingerprint', lpad(to_hex(n), 16, '0'),
        'evidence', json_build_array(json_build_object('text', 'Tổng điểm: 98/100', 'page', 2, 'boxes', json_build_array()))),
      repeat('de nghi kiem tra lai. ', 8) || 'so mau ' || agency
    FROM soat.filing, generate_series(1, ${flagsEach}) n,
      LATERAL (SELECT CASE n % 3 WHEN 0 THEN 'error' WHEN 1 THEN 'warning' ELSE 'info' END AS severity) s;
  ANALYZE;`;

const folder = await mkdtemp(path.join(os.tmpdir(), 'soat-bench-'));
const running = await serve({
  deployment: { dataFolder: folder, databaseUrl: null, redisUrl: null, objectStore: null },
  inbox: null,
  host: '127.0.0.1',
  port: 0,
  jobs: 1,
  firstPassword: 'mat-khau-dai-1',
  log: pino({ level: 'silent' }),
});
const call = async (route, options = {}) => {
  const answer = await fetch(`${running.address}/api/v1${route}`, options);
  if (!answer.ok) throw new Error(`${route}: ${await answer.text()}`);
  return answer;
};
const signedIn = await call('/session', {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ username: 'quantri', password: 'mat-khau-dai-1' }),
});
const cookie = signedIn.headers.getSetCookie()[0].split(';')[0];
await running.service.rounds.current();
await running.service.store.pool.query(fill);

let worst = 0;
for (const route of [
  '/session',
  '/system',
  '/rounds',
  '/rounds/1/progress',
  '/rounds/1/agencies',
  '/rounds/1/agencies?q=so mau 77&sort=name',
  '/rounds/1/heat-map',
  '/rounds/1/failures',
  '/documents?round=1',
  '/documents?round=1&q=so-mau-5&sort=flags',
  '/documents/500',
  '/flags?round=1',
  '/flags?round=1&q=kiem tra so mau 500',
  '/flags?document=500&sort=place',
  '/flags/10000',
  '/rules?round=1',
]) {
  const times = [];
  for (let count = 0; count < tries; count++) {
    const start = performance.now();
    await (await call(encodeURI(route), { headers: { cookie } })).arrayBuffer();
    times.push(performance.now() - start);
  }
  const median = times.sort((a, b) => a - b)[Math.floor(tries / 2)];
  worst = Math.max(worst, median);
  console.log(`${median.toFixed(1).padStart(7)} ms  ${route}`);
}
console.log(`worst median ${worst.toFixed(1)} ms of ${bound}`);
process.exitCode = worst <= bound ? 0 : 1;
await running.stop(0);
await rm(folder, { recursive: true, force: true });
