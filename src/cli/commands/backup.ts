import { copyFile } from 'node:fs/promises';
import path from 'node:path';
import type { Language } from '../../model/bilingual.js';
import { SoatError } from '../../model/errors.js';
import { withControl } from '../../server/control/withControl.js';
import { saveOriginals } from '../../store/backup/copyOriginals.js';
import { originalsIn } from '../../store/backup/loadTables.js';
import type { Manifest } from '../../store/backup/manifest.js';
import type { Deployment } from '../../store/Deployment.js';
import { openFiles } from '../../store/files/openFiles.js';
import { lastRoundFile } from '../../store/lastRound.js';
import { text } from '../texts.js';

/**
 * `soat backup`: the database as it is at one moment, then the originals that it names, which never change.
 * @returns what was saved
 */
export async function backup(deployment: Deployment, folder: string, language: Language): Promise<string> {
  const target = path.resolve(folder);
  const manifest = await withControl(deployment, (control) => control.dump(target));
  const gone = await saveOriginals(await openFiles(deployment), originalsIn(target, manifest), target);
  await copyIfThere(lastRoundFile(deployment.dataFolder), lastRoundFile(target));
  return `${text('backedUp', language)} ${folder}: ${countsOf(manifest, gone.length, language)}`;
}

/** `120 dòng dữ liệu · 6 bản gốc · 1 bản gốc không còn trong kho`. */
export function countsOf({ rows }: Manifest, gone: number, language: Language): string {
  const all = Object.values(rows).reduce((sum, count) => sum + count, 0);
  const parts = [
    `${all} ${text('rowsOfData', language)}`,
    `${(rows.original ?? 0) - gone} ${text('originals', language)}`,
    ...(gone > 0 ? [`${gone} ${text('originalsGone', language)}`] : []),
  ];
  return parts.join(' · ');
}

/** What `soat export` makes its files of; there is none before the first audit. */
export async function copyIfThere(from: string, to: string): Promise<void> {
  try {
    await copyFile(from, to);
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return;
    throw new SoatError('backup-unwritable', to, { cause });
  }
}
