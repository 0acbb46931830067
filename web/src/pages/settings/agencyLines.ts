import type { Answer } from '../../api/call.js';

export type ListedAgency = Answer<'GET /rounds/:id/expected-agencies'>['agencies'][number];

const severalParted = ' | ';

/** An agency as a line of the form: its cells parted by semicolons, several in one cell by a stroke. */
export function lineOf({ name, abbreviation, kind, superior, otherNames, files }: ListedAgency): string {
  const cells = [name, abbreviation, kind, superior, otherNames.join(severalParted), files.join(severalParted)];
  return cells
    .map((cell) => cell ?? '')
    .join('; ')
    .replace(/[; ]+$/, '');
}

/** Cells are parted by tabs (pasted from a spreadsheet) or semicolons; a table's heading is no agency. */
export function agenciesIn(lines: string): ListedAgency[] {
  return lines
    .split(/\r?\n/)
    .map((line) => line.split(/[\t;]/).map((cell) => cell.trim().replace(/^"|"$/g, '')))
    .filter(([name = '']) => name !== '' && !/^(tên cơ quan|name)$/i.test(name))
    .map(([name = '', abbreviation = '', kind = '', superior = '', otherNames = '', files = '']) => ({
      name,
      abbreviation: abbreviation || null,
      kind: kind || null,
      superior: superior || null,
      otherNames: severalIn(otherNames),
      files: severalIn(files),
    }));
}

function severalIn(cell: string): string[] {
  return cell.split('|').flatMap((one) => one.trim() || []);
}
