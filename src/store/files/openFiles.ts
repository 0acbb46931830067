import path from 'node:path';
import type { Deployment } from '../Deployment.js';
import { BucketFiles } from './BucketFiles.js';
import type { FileStore } from './FileStore.js';
import { FolderFiles } from './FolderFiles.js';

export type FilePlace = Pick<Deployment, 'dataFolder' | 'objectStore'>;

/** The file store of a deployment; a bucket that does not exist is made. */
export async function openFiles({ dataFolder, objectStore }: FilePlace): Promise<FileStore> {
  return objectStore === null
    ? new FolderFiles(dataFolder)
    : BucketFiles.open(objectStore, path.join(dataFolder, 'fetched'));
}
