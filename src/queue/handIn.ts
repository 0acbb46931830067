import type { QueuedDocument } from '../store/Documents.js';
import type { Store } from '../store/Store.js';
import type { Backend } from './Backend.js';
import { retryableCodes } from './handlers.js';
import { surveyJob } from './jobs.js';

interface Place {
  readonly store: Store;
  readonly backend: Backend;
}

/**
 * Has a kept original audited. First the database knows that it is owed, then the queue: what is lost in between comes
 * back by `requeue`. What failed before and can heal is tried again; a document in work stays as it is.
 */
export async function handIn({ store, backend }: Place, document: QueuedDocument): Promise<void> {
  if (await store.documents.enqueue(document)) await store.results.forgetErrors(document.sha256, retryableCodes);
  await backend.add(surveyJob(document));
}

const jobsAtOnce = 100;

/**
 * Adds a job for every document that is owed and has none; where all have one it changes nothing.
 * @returns how many are owed
 */
export async function requeue({ store, backend }: Place): Promise<number> {
  let owed = 0;
  let batch: QueuedDocument[] = [];
  for await (const document of store.documents.queued()) {
    owed++;
    batch.push(document);
    if (batch.length < jobsAtOnce) continue;
    await backend.add(...batch.map(surveyJob));
    batch = [];
  }
  if (batch.length > 0) await backend.add(...batch.map(surveyJob));
  return owed;
}

/**
 * As `requeue`, but only where the queue is empty: what is owed then was lost with the queue's server, or never reached it.
 */
export async function requeueWhereIdle(place: Place): Promise<void> {
  const counts = Object.values(await place.backend.counts());
  if (counts.every(({ waiting, active, waitingForPages }) => waiting + active + waitingForPages === 0)) {
    await requeue(place);
  }
}

/** Drops the whole queue and makes it anew from the database. @returns how many documents are owed */
export async function rebuildQueue(place: Place): Promise<number> {
  await place.backend.wipe();
  return requeue(place);
}
