import { openStageRunner } from '../src/audit/openStageRunner.js';

/** The entry of a reading thread: one task at a time. */
export default openStageRunner();
