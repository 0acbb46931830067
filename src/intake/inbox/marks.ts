/** Folders of the inbox in which an inspector sees what became of a file. */
export const marks = {
  /** Kept, and being read. */
  taken: '_da-nhan',
  done: '_da-xong',
  /** Beside each a `NAME.error.txt`. */
  failed: '_loi',
} as const;

export type Mark = keyof typeof marks;

export function isMark(name: string): boolean {
  return Object.values<string>(marks).includes(name);
}
