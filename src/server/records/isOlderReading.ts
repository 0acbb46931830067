import type { StageKeys } from '../../audit/stageKeys.js';
import { isOfPipeline } from '../../queue/isOfPipeline.js';

/** The keys of a configuration of today's code and data. */
export type KeysOf = (pipeline: string | null) => Pick<StageKeys, 'line'>;

interface Reading {
  /** Of its round. */
  readonly configuration: string | null;
  /** Of what read it (`StageKeys.line`); null for what was read before lines were kept. */
  readonly line: string | null;
}

/** Whether other code or data read it than would read it now; nobody knows where its pipeline is gone. */
export function isOlderReading({ configuration, line }: Reading, keys: KeysOf): boolean {
  try {
    return keys(configuration).line !== line;
  } catch (error) {
    if (isOfPipeline(error)) return false;
    throw error;
  }
}
