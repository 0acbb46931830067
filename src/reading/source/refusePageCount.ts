import { SoatError } from '../../model/errors.js';
import type { ReadingLimits } from '../limits.js';

/** @throws SoatError `no-pages`, `too-many-pages`; before time is spent on the pages */
export function refusePageCount(count: number, limits: ReadingLimits): void {
  if (count < 1) throw new SoatError('no-pages');
  if (count > limits.pages) throw new SoatError('too-many-pages', `${count} > ${limits.pages}`);
}
