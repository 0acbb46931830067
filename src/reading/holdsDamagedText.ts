import { constants, inflateSync } from 'node:zlib';

/** Room for the dictionary of a stream, which stands before it. */
const reach = 2_000;
/** Bytes unpacked of one file; the text of a thousand pages takes less. */
const mostUnpacked = 256_000_000;

/** Pages' contents, maps from codes to characters, forms, and objects packed together; no pictures and no fonts. */
const mayHoldText = (dictionary: string) =>
  /\/Filter\s*\[?\s*\/FlateDecode/.test(dictionary) &&
  (/\/Type\s*\/ObjStm|\/Subtype\s*\/Form/.test(dictionary) ||
    !/\/(?:Type|Subtype|Length1|N|FunctionType|PatternType|ShadingType)\b/.test(dictionary));

/**
 * Whether packed text of a PDF is not what was once packed. pdf.js goes on to the next stream where it cannot unpack one,
 * and never adds up what it has unpacked: lines would be gone and digits be others without a word.
 */
export function holdsDamagedText(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // What is encrypted can be unpacked only with its key.
  if (buffer.includes('/Encrypt')) return false;
  let room = mostUnpacked;
  for (let at = buffer.indexOf('stream'); at >= 0 && room > 0; at = buffer.indexOf('stream', at + 6)) {
    const begin = /^stream\r?\n/.exec(buffer.toString('latin1', at, at + 8))?.[0].length;
    const end = buffer.indexOf('endstream', at + 6);
    if (begin === undefined || end < 0 || buffer.toString('latin1', at - 3, at) === 'end') continue;
    const before = buffer.toString('latin1', Math.max(0, at - reach), at);
    if (mayHoldText(before.slice(before.lastIndexOf(' obj') + 1))) {
      const unpacked = unpackedBytes(buffer.subarray(at + begin, end), room);
      if (unpacked === null) return true;
      room -= unpacked;
    }
    at = end + 3;
  }
  return false;
}

/** Null where it cannot be unpacked; an end that is missing is no damage to what comes before. */
function unpackedBytes(packed: Buffer, room: number): number | null {
  try {
    return inflateSync(packed, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: room }).length;
  } catch (error) {
    const isDamage = error instanceof Error && 'code' in error && error.code === 'Z_DATA_ERROR';
    return isDamage ? null : room;
  }
}
