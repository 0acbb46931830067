import type { ErrorCode } from '../../model/errors.js';
import type { SqlPool } from '../../store/sql.js';

/** A file of a round under a name of its own. */
export interface RoundFile {
  readonly id: number;
  readonly file: string;
  readonly sha256: string | null;
  readonly bytes: number;
  readonly state: 'complete' | 'partial' | 'failed';
  readonly kind: 'report' | 'attachment' | null;
  readonly submission: string | null;
  readonly number: string | null;
  readonly date: string | null;
  readonly agency: { readonly id: number; readonly name: string } | null;
  readonly errors: readonly { readonly code: ErrorCode; readonly page: number | null }[];
  readonly handedInAt: Date;
}

/**
 * What was handed in to a round and has ended: newest versions, each content once, by name.
 * @param filing this one alone, whatever its version
 */
export async function filesOfRound(pool: SqlPool, round: number, filing?: number): Promise<readonly RoundFile[]> {
  const { rows } = await pool.query<RoundFile>(
    `SELECT filing.id, file, sha256, bytes::float8 AS bytes, state, filing.kind, submission, number, date,
       CASE WHEN agency.id IS NOT NULL THEN json_build_object('id', agency.id, 'name', agency.name) END AS agency,
       errors, handed_in_at AS "handedInAt"
     FROM soat.filing LEFT JOIN soat.agency ON agency.id = filing.agency
     WHERE round = $1 AND ($2::int IS NULL AND newest OR filing.id = $2) AND duplicate_of IS NULL AND state IN ('complete', 'partial', 'failed')
     ORDER BY file, filing.id`,
    [round, filing ?? null],
  );
  return withUniqueNames(rows);
}

/** A second file of one name gets `~2`, as the command's results do. */
function withUniqueNames(files: readonly RoundFile[]): readonly RoundFile[] {
  const taken = new Set<string>();
  return files.map((filed) => {
    let file = filed.file;
    for (let count = 2; taken.has(file.toLowerCase()); count++) {
      file = filed.file.replace(/(\.[^./]*)?$/, `~${count}$1`);
    }
    taken.add(file.toLowerCase());
    return { ...filed, file };
  });
}
