import { z } from 'zod';
import type { OcrEngine } from './OcrEngine.js';

/** Which engine reads. Equal choices read alike, so that it is part of every read page's key. */
export const engineChoiceSchema = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('tesseract.js') }),
  z.strictObject({
    name: z.literal('tesseract'),
    version: z.string(),
    command: z.string(),
    /** Folder that holds the unpacked `vie.traineddata`. */
    modelFolder: z.string(),
  }),
]);
export type EngineChoice = z.infer<typeof engineChoiceSchema>;

/** The engine that comes with Soát: needs nothing of the machine. */
export const shippedEngine: EngineChoice = { name: 'tesseract.js' };

/** @throws SoatError `model-missing`, `engine-crashed` */
export async function startEngine(choice: EngineChoice): Promise<OcrEngine> {
  // Who only asks for a choice, as the process that hands out the pages, loads neither.
  if (choice.name === 'tesseract') {
    const { TesseractCommandEngine } = await import('./TesseractCommandEngine.js');
    return new TesseractCommandEngine(choice);
  }
  const { TesseractJsEngine } = await import('./TesseractJsEngine.js');
  return TesseractJsEngine.start();
}
