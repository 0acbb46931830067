/**
 * Where files are kept: a folder, or a bucket of an object store. A key is a path of plain names (`originals/ab/ab12…`);
 * what stands under it is whole, and never changes.
 */
export interface FileStore {
  /** A local folder for drafts, on the same disk as what `put` makes of them. */
  draftFolder(): Promise<string>;
  /**
   * Keeps a finished local file under a key, and takes the file away where that is cheaper than a copy.
   * @throws SoatError `data-folder-unusable`, `object-store-unreachable`
   */
  put(key: string, draft: string): Promise<void>;
  /** @returns the size in bytes; undefined where nothing stands under the key */
  sizeOf(key: string): Promise<number | undefined>;
  /**
   * @returns a local path with the content, for reading only
   * @throws SoatError `original-missing`, or `original-removed` where `retire` removed it; `object-store-unreachable`
   */
  fetch(key: string): Promise<string>;
  /**
   * Copies what stands under a key to a path, without taking room anywhere else.
   * @throws SoatError as `fetch`; the file system's own error where the path cannot be written
   */
  copyOut(key: string, to: string): Promise<void>;
  /** Keeps a copy of a file under a key; the file stays. @throws SoatError where nothing could be kept now */
  copyIn(key: string, from: string): Promise<void>;
  /** Removes what stands under a key and leaves word that it was there, until the same is put again. */
  retire(key: string): Promise<void>;
  /** Removes what stands under a key, if anything does. */
  remove(key: string): Promise<void>;
  /** @throws SoatError where nothing could be kept now */
  check(): Promise<void>;
}
