import { keysWith } from '../../audit/stageKeys.js';
import { openBackend } from '../../queue/backends/openBackend.js';
import { engineFor } from '../../queue/engineFor.js';
import { rebuildQueue } from '../../queue/handIn.js';
import type { Deployment } from '../../store/Deployment.js';
import { openStore } from '../../store/openStore.js';

/** `soat queue rebuild`: drops the queue and makes it anew from the database. @returns how many documents are owed */
export async function queueRebuild(deployment: Deployment): Promise<number> {
  const store = await openStore(deployment);
  try {
    const backend = await openBackend(deployment, store, keysWith(await engineFor(deployment))(null).line);
    try {
      return await rebuildQueue({ store, backend });
    } finally {
      await backend.close();
    }
  } finally {
    await store.close();
  }
}
