import path from 'node:path';
import type { Deployment } from '../Deployment.js';
import type { FileStore } from './FileStore.js';
import { FolderFiles } from './FolderFiles.js';

export type FilePlace = Pick<Deployment, 'dataFolder' | 'objectStore'>;

/** The file store of a deployment; a bucket that does not exist is made. */
export async function openFiles({ dataFolder, objectStore }: FilePlace): Promise<FileStore> {
  if (objectStore === null) return new FolderFiles(dataFolder);
  // A tenth of a second and 23 MB that only deployments with a bucket pay.
  const { BucketFiles } = await import('./BucketFiles.js');
  return BucketFiles.open(objectStore, fetchedFolder({ dataFolder }));
}

/** Where files of a bucket lie on this machine, and what passes on the way to it. */
export function fetchedFolder({ dataFolder }: Pick<FilePlace, 'dataFolder'>): string {
  return path.join(dataFolder, 'fetched');
}
