// A service with 1,000 reports and 20,000 flags, for the benchmarks of the API and the dashboard.
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { serve } from '../dist/src/server/serve.js';

const reports = 1000;
const flagsEach = 20;
const person = { username: 'quantri', password: 'mat-khau-dai-1' };

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

/** Opens it in a folder of its own; `cookie` is an administrator's session. */
export async function openFilledService() {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'soat-bench-'));
  const running = await serve({
    deployment: { dataFolder: folder, databaseUrl: null, redisUrl: null, objectStore: null },
    inbox: null,
    host: '127.0.0.1',
    port: 0,
    jobs: 1,
    firstPassword: person.password,
    log: pino({ level: 'silent' }),
  });
  const signedIn = await fetch(`${running.address}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(person),
  });
  await running.service.rounds.current();
  await running.service.store.pool.query(fill);
  return {
    address: running.address,
    cookie: signedIn.headers.getSetCookie()[0].split(';')[0],
    close: async () => {
      await running.stop(0);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
