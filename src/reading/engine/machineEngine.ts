import { execFile } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { GreyImage } from '../image/GreyImage.js';
import { type EngineChoice, shippedEngine, startEngine } from './EngineChoice.js';
import { unpackedModel } from './vietnameseModel.js';

const command = 'tesseract';
const answerMilliseconds = 10_000;
const pageMilliseconds = 120_000;
/** The only major release that was compared. */
const leastMajor = 5;
/** Share of words that both engines read alike; two builds of one release differ in a word of some hundred. */
const leastAgreement = 0.97;

export type Verification =
  | { readonly outcome: 'none' }
  | { readonly outcome: 'too-old'; readonly version: string }
  | { readonly outcome: 'verified' | 'differs'; readonly version: string; readonly agreement: number };

/**
 * Reads a sample with the machine's own `tesseract`, given the shipped model, and with the shipped engine; where both read
 * alike, the folder remembers that the machine's own may be used.
 * @param folder data folder
 */
export async function verifyMachineEngine(folder: string, sample: GreyImage): Promise<Verification> {
  await rm(verifiedFile(folder), { force: true });
  const version = await installedVersion();
  if (version === null) return { outcome: 'none' };
  if (Number.parseInt(version, 10) < leastMajor) return { outcome: 'too-old', version };
  const choice = machineChoice(folder, version);
  await mkdir(choice.modelFolder, { recursive: true });
  await writeFile(path.join(choice.modelFolder, 'vie.traineddata'), await unpackedModel());
  const agreement = agreementOf(await wordsRead(shippedEngine, sample), await wordsRead(choice, sample));
  if (agreement < leastAgreement) return { outcome: 'differs', version, agreement };
  await writeFile(verifiedFile(folder), version);
  return { outcome: 'verified', version, agreement };
}

/** The machine's own engine where `verifyMachineEngine` found it good and it is still the same; else the shipped one. */
export async function chosenEngine(folder: string): Promise<EngineChoice> {
  const verified = await readFile(verifiedFile(folder), 'utf8').catch(() => null);
  if (verified === null || (await installedVersion()) !== verified) return shippedEngine;
  return machineChoice(folder, verified);
}

function machineChoice(folder: string, version: string) {
  return { name: 'tesseract', version, command, modelFolder: path.resolve(folder, 'engine') } as const;
}

/** Holds the version that was found good. */
function verifiedFile(folder: string): string {
  return path.join(folder, 'engine', 'verified');
}

async function installedVersion(): Promise<string | null> {
  try {
    const { stdout } = await promisify(execFile)(command, ['--version'], { timeout: answerMilliseconds });
    return /^tesseract v?(\S+)/.exec(stdout)?.[1] ?? null;
  } catch {
    return null;
  }
}

async function wordsRead(choice: EngineChoice, sample: GreyImage): Promise<readonly string[]> {
  const engine = await startEngine(choice);
  try {
    const lines = await engine.recognise(sample, { layout: 'page', timeout: pageMilliseconds });
    return lines.flatMap(({ words }) => words.map(({ text }) => text));
  } catch {
    return [];
  } finally {
    await engine.close();
  }
}

/** Share of the words of the longer reading that both hold, order aside. */
function agreementOf(left: readonly string[], right: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const word of left) counts.set(word, (counts.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of right) {
    const count = counts.get(word) ?? 0;
    if (count === 0) continue;
    counts.set(word, count - 1);
    shared++;
  }
  return shared / Math.max(left.length, right.length, 1);
}
