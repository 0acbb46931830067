import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scratchFolder } from '../../../test/support/dataFolder.js';
import { describeEngine } from '../../../test/support/engineConformance.js';
import { shippedEngine, startEngine } from './EngineChoice.js';
import { chosenEngine, verifyMachineEngine } from './machineEngine.js';
import { scannedSample } from './scannedSample.js';
import { TesseractCommandEngine } from './TesseractCommandEngine.js';

let folder: string;
let remove: () => Promise<void>;
beforeAll(async () => {
  ({ folder, remove } = await scratchFolder());
  expect(await verifyMachineEngine(folder, await scannedSample())).toMatchObject({ outcome: 'verified' });
}, 300_000);
afterAll(() => remove());

describeEngine('the tesseract command', async () => startEngine(await chosenEngine(folder)));

describe("the machine's own engine", () => {
  it('reads once it was verified', async () => {
    expect(await chosenEngine(folder)).toMatchObject({ name: 'tesseract', modelFolder: path.join(folder, 'engine') });
  });

  it('is left alone where nothing was verified, or another version was', async () => {
    expect(await chosenEngine(path.join(folder, 'elsewhere'))).toEqual(shippedEngine);
    const other = path.join(folder, 'other');
    await mkdir(path.join(other, 'engine'), { recursive: true });
    await writeFile(path.join(other, 'engine', 'verified'), '5.0.0-beta');
    expect(await chosenEngine(other)).toEqual(shippedEngine);
  });

  it('that is no such program is a crashed engine, not an endless wait', async () => {
    const engine = new TesseractCommandEngine({ command: path.join(folder, 'no-tesseract'), modelFolder: folder });
    const image = await scannedSample();
    const reading = engine.recognise(image, { layout: 'page', timeout: 60_000 });
    await expect(reading).rejects.toMatchObject({ code: 'engine-crashed' });
  });
});
