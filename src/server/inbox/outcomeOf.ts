import type { SqlPool } from '../../store/sql.js';

export interface DropOutcome {
  /** True where every file of the drop has a result. */
  readonly over: boolean;
  /** What to tell the inspector: what failed, and copies; null where all is well. */
  readonly reason: string | null;
}

interface Row {
  readonly file: string;
  readonly state: string;
  readonly errors: readonly { readonly page: number | null; readonly message: string }[];
}

/** What became of the files of a drop, in plain words. */
export async function outcomeOf(pool: SqlPool, mark: string): Promise<DropOutcome> {
  const { rows } = await pool.query<Row>('SELECT file, state, errors FROM soat.filing WHERE mark = $1 ORDER BY file', [
    mark,
  ]);
  const over = rows.every(({ state }) => state === 'complete' || state === 'partial' || state === 'failed');
  const failed = rows.filter(({ state }) => state === 'failed');
  const lines = failed.flatMap(({ file, errors }) => errors.map(({ message }) => `${file}: ${message}`));
  return { over, reason: lines.length === 0 ? null : lines.join('\r\n') };
}
