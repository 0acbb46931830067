import { SoatError } from '../../model/errors.js';

/** Names that Windows keeps for devices, whatever their ending. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
/** Bytes of a name that every common file system takes. */
const longestName = 255;
const deepest = 20;

/**
 * A path that a browser named, made safe to write below a folder: no way up, no root, no drive, no device, NFC.
 * @throws SoatError `invalid-request` where nothing of it can be used
 */
export function safeRelativePath(given: string): string {
  const parts = given
    .normalize('NFC')
    .split(/[/\\]/)
    .map((part) => part.replace(/[\p{Cc}<>:"|?*]/gu, '_').replace(/[. ]+$/, ''))
    .filter((part) => part !== '' && part !== '..');
  if (parts.length === 0 || parts.length > deepest) throw new SoatError('invalid-request', given.slice(0, 100));
  return parts.map((part) => shortened(reserved.test(part) ? `_${part}` : part)).join('/');
}

function shortened(name: string): string {
  if (Buffer.byteLength(name) <= longestName) return name;
  const ending = /\.[^.]{1,10}$/u.exec(name)?.[0] ?? '';
  let kept = '';
  for (const letter of name) {
    if (Buffer.byteLength(kept + letter + ending) > longestName) break;
    kept += letter;
  }
  return kept + ending;
}
