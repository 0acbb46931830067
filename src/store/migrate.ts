import { documents } from './migrations/0001-documents.js';
import { queuedDocuments } from './migrations/0002-queued-documents.js';
import { flagsOfRuns } from './migrations/0003-flags-of-runs.js';
import { service } from './migrations/0010-service.js';
import { comparisons } from './migrations/0011-comparisons.js';
import { roundsCompared } from './migrations/0012-rounds-compared.js';
import { askedComparisons } from './migrations/0013-asked-comparisons.js';
import { copiesOfAgencies } from './migrations/0014-copies-of-agencies.js';
import { lostJobs } from './migrations/0015-lost-jobs.js';
import { linesOfFilings } from './migrations/0016-lines-of-filings.js';
import { roundSettings } from './migrations/0017-round-settings.js';
import { listedAgencies } from './migrations/0018-listed-agencies.js';
import { inTransaction, type SqlPool } from './sql.js';

/** In order; a migration that was released is never changed, only followed. */
const migrations: readonly { readonly version: number; readonly sql: string }[] = [
  { version: 1, sql: documents },
  { version: 2, sql: queuedDocuments },
  { version: 3, sql: flagsOfRuns },
  { version: 10, sql: service },
  { version: 11, sql: comparisons },
  { version: 12, sql: roundsCompared },
  { version: 13, sql: askedComparisons },
  { version: 14, sql: copiesOfAgencies },
  { version: 15, sql: lostJobs },
  { version: 16, sql: linesOfFilings },
  { version: 17, sql: roundSettings },
  { version: 18, sql: listedAgencies },
];

/** Any number: the same in every process that migrates, so that only one does. */
const lockKey = 736_177;

/** Brings the schema `soat` up to date; the same statements for the embedded database and for a PostgreSQL server. */
export async function migrate(pool: SqlPool): Promise<void> {
  await inTransaction(pool, async (session) => {
    await session.query('SELECT pg_advisory_xact_lock($1)', [lockKey]);
    await session.query(
      `CREATE SCHEMA IF NOT EXISTS soat;
       CREATE TABLE IF NOT EXISTS soat.migration
         (version integer PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now());`,
    );
    const { rows } = await session.query<{ version: number }>('SELECT version FROM soat.migration');
    const applied = new Set(rows.map(({ version }) => version));
    for (const { version, sql } of migrations) {
      if (applied.has(version)) continue;
      await session.query(sql);
      await session.query('INSERT INTO soat.migration (version) VALUES ($1)', [version]);
    }
  });
}
