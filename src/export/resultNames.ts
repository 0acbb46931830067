import { createHash } from 'node:crypto';
import path from 'node:path';

/** Bytes of one name that every common file system takes. */
const longestName = 255;
/** What may stand behind a name while its file is being written. */
export const draftEnding = '.part';

/** Where a document's result lies below the output folder, `/` between folders: `documents/so-a/a.pdf.json`. */
export function resultFile(source: string, ending: '.json' | '.html' | '.docx'): string {
  return `documents/${fittingName(source, ending)}`;
}

/** The place of a flag on its document's page, as a relative address from the output folder. */
export function pageAddress(source: string, fingerprint?: string): string {
  const file = resultFile(source, '.html').split('/').map(encodeURIComponent).join('/');
  return fingerprint === undefined ? file : `${file}#${anchorOf(fingerprint)}`;
}

export function anchorOf(fingerprint: string): string {
  return `flag-${fingerprint}`;
}

/** A name with an ending; one too long for that is cut and told apart by a hash of the whole. */
export function fittingName(name: string, ending: string): string {
  const whole = `${name}${ending}`;
  const last = path.posix.basename(whole);
  const room = longestName - Buffer.byteLength(draftEnding);
  if (Buffer.byteLength(last) <= room) return whole;
  const mark = `~${createHash('sha256').update(name).digest('hex').slice(0, 8)}${ending}`;
  let kept = '';
  for (const letter of last) {
    if (Buffer.byteLength(kept + letter + mark) > room) break;
    kept += letter;
  }
  return path.posix.join(path.posix.dirname(whole), kept + mark);
}
