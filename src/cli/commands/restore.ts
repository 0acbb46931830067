import path from 'node:path';
import type { Language } from '../../model/bilingual.js';
import { bringBackOriginals } from '../../store/backup/copyOriginals.js';
import { loadTables, originalsIn, requireEmpty } from '../../store/backup/loadTables.js';
import { readManifest } from '../../store/backup/manifest.js';
import type { Deployment } from '../../store/Deployment.js';
import { lastRoundFile } from '../../store/lastRound.js';
import { openStore } from '../../store/openStore.js';
import { text } from '../texts.js';
import { copyIfThere, countsOf } from './backup.js';

/**
 * `soat restore`: fills an empty installation. The originals come first: the rows that name them come all at once, so that
 * a restore that was cut short is done again.
 * @returns what was brought back
 * @throws SoatError `backup-unusable`, `restore-not-empty`
 */
export async function restore(deployment: Deployment, folder: string, language: Language): Promise<string> {
  const source = path.resolve(folder);
  const manifest = await readManifest(source);
  const store = await openStore(deployment);
  try {
    await requireEmpty(store.pool);
    const gone = await bringBackOriginals(store.files, originalsIn(source, manifest), source);
    await loadTables(store.pool, source, manifest);
    await copyIfThere(lastRoundFile(source), lastRoundFile(deployment.dataFolder));
    return `${text('restored', language)} ${folder}: ${countsOf(manifest, gone.length, language)}`;
  } finally {
    await store.close();
  }
}
