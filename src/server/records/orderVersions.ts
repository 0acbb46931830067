import type { Queryable } from '../../store/sql.js';

/**
 * Numbers the filings of a report in the order in which they were handed in, and says of each flag whether the version
 * before had it. Files are read in any order, so this is done anew with each.
 */
export async function orderVersions(session: Queryable, report: number): Promise<void> {
  await session.query(
    `UPDATE soat.filing SET version = placed.version, newest = placed.newest
     FROM (SELECT id, row_number() OVER (ORDER BY id) AS version, lead(id) OVER (ORDER BY id) IS NULL AS newest
           FROM soat.filing WHERE report = $1 AND kind = 'report') placed
     WHERE filing.id = placed.id`,
    [report],
  );
  await session.query(
    `UPDATE soat.flag SET newest = filing.newest, change = CASE
       WHEN before.id IS NULL THEN NULL
       WHEN EXISTS (SELECT FROM soat.flag old WHERE old.filing = before.id AND old.fingerprint = flag.fingerprint)
         THEN 'same' ELSE 'new' END
     FROM soat.filing LEFT JOIN soat.filing before
       ON before.report = filing.report AND before.version = filing.version - 1 AND before.kind = 'report'
     WHERE filing.report = $1 AND flag.filing = filing.id`,
    [report],
  );
}
