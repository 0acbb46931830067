import { SoatError } from '../model/errors.js';
import type { ListedAgency } from '../model/round.js';
import type { RoundVocabulary } from '../model/vocabulary/round.js';
import { readTable } from './readTable.js';

const mostAgencies = 20_000;
const longestName = 300;

type Column = keyof RoundVocabulary['listColumns'];

/**
 * The agencies that owe a report, from a CSV or XLSX file. The first row that names a column of names is its head, in
 * Vietnamese or English: name, abbreviation, kind, superior, other names and submitted files (each parted by semicolons); only the name is needed.
 * @throws SoatError `agencies-unreadable` with the reason
 */
export async function readAgencies(
  file: string,
  { listColumns }: Pick<RoundVocabulary, 'listColumns'>,
): Promise<readonly ListedAgency[]> {
  const rows = await readTable(file);
  const places = rows.map((row) => columnsIn(row, listColumns));
  const head = places.findIndex((columns) => columns.has('name'));
  const columns = places[head];
  if (columns === undefined) throw new SoatError('agencies-unreadable', 'thiếu cột “Tên cơ quan”');
  const agencies = rows.slice(head + 1).flatMap((row) => agencyIn(row, columns));
  if (agencies.length === 0) throw new SoatError('agencies-unreadable', 'không có cơ quan nào');
  if (agencies.length > mostAgencies) throw new SoatError('agencies-unreadable', `hơn ${mostAgencies} cơ quan`);
  return agencies;
}

function columnsIn(row: readonly string[], heads: RoundVocabulary['listColumns']): ReadonlyMap<Column, number> {
  const columns = new Map<Column, number>();
  for (const [index, cell] of row.entries()) {
    const column = (Object.keys(heads) as Column[]).find((one) => heads[one].some((name) => isSame(name, cell)));
    if (column !== undefined && !columns.has(column)) columns.set(column, index);
  }
  return columns;
}

function isSame(name: string, cell: string): boolean {
  return name.localeCompare(cell.trim(), 'vi', { sensitivity: 'base', ignorePunctuation: true }) === 0;
}

function agencyIn(row: readonly string[], columns: ReadonlyMap<Column, number>): readonly ListedAgency[] {
  const cell = (column: Column) => {
    const text = (row[columns.get(column) ?? -1] ?? '').normalize('NFC').replace(/\s+/g, ' ').trim();
    return text === '' ? null : text.slice(0, longestName);
  };
  const name = cell('name');
  if (name === null) return [];
  const several = (column: Column) =>
    (cell(column) ?? '').split(/[;|]/).flatMap((one) => (one.trim() === '' ? [] : [one.trim()]));
  return [
    {
      name,
      abbreviation: cell('abbreviation'),
      kind: cell('kind'),
      superior: cell('superior'),
      otherNames: several('otherNames'),
      files: several('files'),
    },
  ];
}
