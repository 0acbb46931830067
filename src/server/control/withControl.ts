import { existsSync } from 'node:fs';
import { keysWith } from '../../audit/stageKeys.js';
import { SoatError } from '../../model/errors.js';
import { openBackend } from '../../queue/backends/openBackend.js';
import { engineFor } from '../../queue/engineFor.js';
import type { Deployment } from '../../store/Deployment.js';
import { openStore } from '../../store/openStore.js';
import type { Store } from '../../store/Store.js';
import type { Control } from './Control.js';
import { callControl } from './callControl.js';
import { openControl } from './openControl.js';
import { findService } from './runningService.js';

/**
 * Hands the control of an installation to `work`: of the service that holds its data folder, where one is running, else
 * over its database and queue themselves.
 * @throws SoatError `path-not-found` for a data folder that does not exist, `data-folder-in-use` where another process than
 * a service holds it, and those of the machine
 */
export async function withControl<Result>(
  deployment: Deployment,
  work: (control: Control) => Promise<Result>,
): Promise<Result> {
  const { dataFolder, databaseUrl } = deployment;
  if (databaseUrl === null && !existsSync(dataFolder)) throw new SoatError('path-not-found', dataFolder);
  let store: Store;
  try {
    store = await openStore(deployment);
  } catch (error) {
    if (!(error instanceof SoatError) || error.code !== 'data-folder-in-use') throw error;
    const service = await findService(dataFolder);
    if (service === null) throw error;
    return work(callControl(service)).catch((failure: unknown) => {
      // Left behind by a service that was killed; who holds the folder now takes no orders.
      throw failure instanceof SoatError ? failure : error;
    });
  }
  try {
    const keys = keysWith(await engineFor(deployment));
    const backend = await openBackend(deployment, store, keys(null).line);
    try {
      return await work(openControl({ store, backend, keys, line: null }));
    } finally {
      await backend.close();
    }
  } finally {
    await store.close();
  }
}
