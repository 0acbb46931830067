import { workerData } from 'piscina';
import { openStageRunner } from '../src/audit/openStageRunner.js';
import { engineChoiceSchema } from '../src/reading/engine/EngineChoice.js';

/** The entry of a reading thread: one task at a time. */
export default openStageRunner(engineChoiceSchema.parse(workerData));
