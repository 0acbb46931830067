import { z } from 'zod';
import type { Manifest } from '../../store/backup/manifest.js';
import { errorCode } from '../api/common.js';
import { progress } from '../api/rounds.js';

const count = z.int().nonnegative();

/** Where an installation stands: its queue and its rounds. */
export const status = z.strictObject({
  schema: z.literal('soat.status/v1'),
  version: z.string(),
  queue: z.strictObject({
    /** Jobs that wait, pages mostly: those of a document that is not yet opened are not known. */
    waiting: count,
    /** Pages in work. */
    active: count,
    /** How long the oldest job has waited; null where none does. */
    oldestSeconds: z.number().nullable(),
    /** Why this machine takes no work; null while it does, or where the process asked is not the one that reads. */
    stopped: z.strictObject({ code: errorCode, vi: z.string(), en: z.string() }).nullable(),
  }),
  /** Of the last minutes, all processes together; null where nothing was read in them. */
  pagesPerMinute: z.number().nullable(),
  rounds: z.array(
    z.strictObject({ ...progress.shape, name: z.string(), current: z.boolean(), cancelled: z.boolean() }),
  ),
});
export type Status = z.infer<typeof status>;

export const retryRequest = z.strictObject({
  /** Null: all rounds. */
  round: count.nullable(),
  /** What failed with one of these, whether or not it can heal; null: all that failed, is partial or was cancelled. */
  codes: z.array(errorCode).min(1).nullable(),
  /** Also what an older version of Soát made. */
  olderVersion: z.boolean(),
});
export type RetryRequest = z.infer<typeof retryRequest>;

export const retryAnswer = z.strictObject({
  /** Documents of rounds that are read again. */
  documents: count,
  /** Failures that are forgotten, so that the next `soat audit` tries again. */
  forgotten: count,
});
export type RetryAnswer = z.infer<typeof retryAnswer>;

/** What those who keep an installation ask of it, whether a service is running or not. */
export interface Control {
  status(): Promise<Status>;
  /** @throws SoatError `not-found` for a round that does not exist */
  retry(request: RetryRequest): Promise<RetryAnswer>;
  /** What still waits of a round is not read; what was read is kept. @throws SoatError `not-found` */
  cancel(round: number): Promise<void>;
  /** Makes the queue anew from the database. @returns how many documents are owed */
  rebuild(): Promise<number>;
  /** Writes the database below a folder, as it is at one moment. @throws SoatError `backup-unwritable` */
  dump(folder: string): Promise<Manifest>;
}
