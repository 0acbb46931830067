import type { SqlPool } from '../../store/sql.js';

export interface DropOutcome {
  /** True where every file of the drop has a result. */
  readonly over: boolean;
  /** Why files of it could not be read, for the inspector; null where all could. */
  readonly failure: string | null;
  /** What else the inspector should know: pages that were not read, copies of what was handed in before; null: nothing. */
  readonly note: string | null;
}

interface Row {
  readonly file: string;
  readonly state: string;
  readonly errors: readonly { readonly page: number | null; readonly message: string }[];
  /** The file handed in before with the same content. */
  readonly original: string | null;
}

const ended = new Set(['complete', 'partial', 'failed']);

/** What became of the files of a drop, in plain words. */
export async function outcomeOf(pool: SqlPool, mark: string): Promise<DropOutcome> {
  const { rows } = await pool.query<Row>(
    `SELECT filing.file, filing.state, filing.errors, original.file AS original
     FROM soat.filing LEFT JOIN soat.filing original ON original.id = filing.duplicate_of
     WHERE filing.mark = $1 ORDER BY filing.file`,
    [mark],
  );
  return {
    over: rows.every(({ state }) => ended.has(state)),
    failure: linesOf(rows.filter(({ state }) => state === 'failed').flatMap(errorLines)),
    note: linesOf(rows.flatMap((row) => [...copyLines(row), ...(row.state === 'partial' ? errorLines(row) : [])])),
  };
}

function copyLines({ file, original }: Row): readonly string[] {
  return original === null ? [] : [`${file}: Trùng nội dung với tệp đã nhận “${original}” nên không đọc lại.`];
}

function errorLines({ file, errors }: Row): readonly string[] {
  return errors.map(({ page, message }) => `${file}: ${page === null ? '' : `Trang ${page}: `}${message}`);
}

function linesOf(lines: readonly string[]): string | null {
  return lines.length === 0 ? null : lines.join('\r\n');
}
