import type { SqlPool } from '../../store/sql.js';
import type { Person } from '../http/Caller.js';
import { Where } from './Where.js';

/** Agencies that are limited to other reviewers than the one person whom it asks for. */
const closed = `(ARRAY(SELECT agency FROM soat.agency_reviewer GROUP BY agency HAVING NOT bool_or(person = ?)))`;
const reportsInFolders = `SELECT round, submission FROM soat.filing WHERE kind = 'report' AND submission IS NOT NULL`;

/** The names of agencies that are limited to others. */
export async function closedAgencies(pool: SqlPool, { id, role }: Person): Promise<readonly string[]> {
  if (role === 'administrator') return [];
  const where = new Where().and(`id = ANY ${closed}`, id);
  const { rows } = await pool.query<{ name: string }>(`SELECT name FROM soat.agency ${where.text}`, where.params);
  return rows.map(({ name }) => name);
}

/**
 * Leaves out what belongs to an agency that is limited to other reviewers.
 * @param agency the column that names the agency
 */
export function onlyVisible(where: Where, agency: string, { id, role }: Person): Where {
  return role === 'administrator' ? where : where.and(`(${agency} = ANY ${closed}) IS NOT TRUE`, id);
}

/**
 * As `onlyVisible`, for rows of `soat.filing`: all of a report's folder belongs to the report's agency, also what another
 * agency has written, what could not be read, and what nobody has told apart yet.
 */
export function onlyVisibleFilings(where: Where, { id, role }: Person): Where {
  if (role === 'administrator') return where;
  const folder = '(filing.round, filing.submission)';
  return where.and(`(${folder} IN (${reportsInFolders} AND agency = ANY ${closed})) IS NOT TRUE`, id).and(
    `(filing.agency = ANY ${closed}) IS NOT TRUE
         OR (filing.kind = 'attachment' AND ${folder} IN (${reportsInFolders})) IS TRUE`,
    id,
  );
}
