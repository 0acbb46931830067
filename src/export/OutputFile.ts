/** One of the files that a round leaves. */
export interface OutputFile {
  /** `/` between folders. */
  readonly name: string;
  readonly content: string | Uint8Array;
}
