// Scores texts of pages against their transcripts with the scorer of ../shared.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * @param place a folder of its own, for what the scorer reads
 * @param pages `{ id, transcript, text }`: path of the transcript, and what was read
 * @returns mean `{ cer, words, lost }` over all characters
 */
export function scorePages(scorer, place, pages) {
  mkdirSync(path.join(place, 'documents'), { recursive: true });
  for (const { id, transcript, text } of pages) {
    copyFileSync(transcript, path.join(place, `${id}.txt`));
    writeFileSync(path.join(place, 'documents', `${id}.json`), JSON.stringify({ pages: [{ number: 1, text }] }));
  }
  writeFileSync(
    path.join(place, 'pages.json'),
    JSON.stringify(pages.map(({ id }) => ({ id, file: id, page: 1, text: `${id}.txt` }))),
  );
  const { stdout } = spawnSync(process.execPath, [scorer, place, place, '--json'], { encoding: 'utf8' });
  return JSON.parse(stdout).mean;
}
