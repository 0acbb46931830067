import { randomBytes } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

/** Where the service that holds a data folder answers, and the word by which it knows those who may read the folder. */
const runningService = z.strictObject({ address: z.url(), secret: z.string() });
export type RunningService = z.infer<typeof runningService>;

const fileOf = (dataFolder: string) => path.join(dataFolder, 'service.json');

export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** @returns the function that takes the word back */
export async function announceService(dataFolder: string, service: RunningService): Promise<() => Promise<void>> {
  // Whoever can read the data folder can read everything in it; nobody else may give orders either.
  await rm(fileOf(dataFolder), { force: true });
  await writeFile(fileOf(dataFolder), JSON.stringify(service), { mode: 0o600 });
  return () => rm(fileOf(dataFolder), { force: true });
}

/** The service that said it serves this folder; it may be gone without a word. Null: none did. */
export async function findService(dataFolder: string): Promise<RunningService | null> {
  try {
    return runningService.parse(JSON.parse(await readFile(fileOf(dataFolder), 'utf8')));
  } catch {
    return null;
  }
}
