import type { Person } from '../http/Caller.js';
import type { Where } from './Where.js';

/**
 * Leaves out what belongs to an agency that is limited to other reviewers.
 * @param agency the column that names the agency
 */
export function onlyVisible(where: Where, agency: string, { id, role }: Person): Where {
  if (role === 'administrator') return where;
  return where.and(
    `NOT EXISTS (SELECT FROM soat.agency_reviewer limited WHERE limited.agency = ${agency})
     OR EXISTS (SELECT FROM soat.agency_reviewer own WHERE own.agency = ${agency} AND own.person = ?)`,
    id,
  );
}
