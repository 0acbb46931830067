import { type Entry, getFileNameLowLevel } from 'yauzl';

const utf8Flag = 0x800;
/** What Vietnamese file names are written with. */
const vietnamese = /^[\x20-\x7eÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ–—’“”]*$/u;

/**
 * An entry's name. Windows and macOS write names that are not what the standard says: UTF-8 without its flag, or the
 * system's own code page, in Vietnam 1258.
 */
export function entryName(entry: Entry): string {
  const raw = entry.fileNameRaw;
  const standard = () => getFileNameLowLevel(entry.generalPurposeBitFlag, raw, entry.extraFields, false);
  if ((entry.generalPurposeBitFlag & utf8Flag) !== 0) return standard().normalize('NFC');
  const utf8 = decode('utf-8', raw);
  if (utf8 !== null) return utf8;
  const windows = decode('windows-1258', raw);
  return windows !== null && vietnamese.test(windows) ? windows : standard().normalize('NFC');
}

function decode(encoding: string, raw: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(raw).normalize('NFC');
  } catch {
    return null;
  }
}
