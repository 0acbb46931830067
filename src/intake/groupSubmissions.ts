import type { Input } from './gatherInputs.js';

/** Files that one agency handed in together, before anything of them is read. */
export interface HandedIn<File> {
  /** The folder's name below its PATH; for a file handed in alone its own name. */
  readonly name: string;
  readonly files: readonly File[];
}

/** What the grouping needs to know of a file. */
export type PlacedInput = Pick<Input, 'relativeName' | 'root'>;

/**
 * Groups files by agency: each sub-folder of a given PATH is one agency's submission with all folders below it, and a
 * file that lies in the PATH itself is one alone. Equal folder names under two PATHs stay two submissions.
 */
export function groupSubmissions<File extends PlacedInput>(inputs: readonly File[]): readonly HandedIn<File>[] {
  const groups = new Map<string, { name: string; files: File[] }>();
  for (const input of inputs) {
    const [folder = '', ...below] = input.relativeName.split('/');
    const name = below.length === 0 ? input.relativeName : folder;
    const key = JSON.stringify([input.root, below.length > 0, name]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { name, files: [input] });
    else group.files.push(input);
  }
  return [...groups.values()];
}
