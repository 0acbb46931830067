import type { Deployment } from './Deployment.js';
import { openDataFolder } from './openDataFolder.js';
import { openSharedStore } from './openSharedStore.js';
import type { Store } from './Store.js';

/**
 * Opens the state of a deployment and brings its schema up to date.
 * @throws SoatError `data-folder-in-use`, `data-folder-unusable`, `database-unreachable`, `object-store-unreachable`
 */
export function openStore(deployment: Deployment): Promise<Store> {
  const { dataFolder, databaseUrl, objectStore } = deployment;
  return databaseUrl === null
    ? openDataFolder(dataFolder, objectStore)
    : openSharedStore(databaseUrl, { dataFolder, objectStore });
}
