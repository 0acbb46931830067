import { SoatError } from '../model/errors.js';

/** Whether what was to be read lacks its pipeline: a file that is gone or broken, and with it every key of its results. */
export function isOfPipeline(error: unknown): error is SoatError {
  return error instanceof SoatError && (error.code === 'pipeline-not-found' || error.code === 'pipeline-invalid');
}
