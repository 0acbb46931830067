import type { DigitalSignature } from '../../model/facts.js';
import { readSigner } from './readSigner.js';

/** White space that a program may leave behind the last revision without changing what was signed. */
const trailingBytes = 8;

/**
 * The digital signatures of a PDF in file order, time stamps left out; none is verified.
 * They are found in the bytes: a signature's dictionary is never compressed, since its own place in the file is signed.
 * The signer is the certificate's common name, for programs write their own name or nothing into the dictionary's /Name.
 */
export function findSignatures(bytes: Uint8Array): readonly DigitalSignature[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: DigitalSignature[] = [];
  for (let at = buffer.indexOf('/ByteRange'); at >= 0; at = buffer.indexOf('/ByteRange', at + 1)) {
    const signature = signatureAt(buffer, at);
    if (signature !== null) found.push(signature);
  }
  return found;
}

function signatureAt(buffer: Buffer, at: number): DigitalSignature | null {
  const range = /^\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/.exec(buffer.toString('latin1', at, at + 120));
  if (range === null) return null;
  const [start = 0, length = 0, resume = 0, rest = 0] = range.slice(1).map(Number);
  const gapStart = start + length;
  if (gapStart >= resume || resume > buffer.length) return null;
  const dictionary = dictionaryAround(buffer, at, gapStart, resume);
  if (/\/Type\s*\/DocTimeStamp/.test(dictionary)) return null;
  const container = Buffer.from(buffer.toString('latin1', gapStart, resume).replace(/[^0-9a-fA-F]/g, ''), 'hex');
  const signer = readSigner(container);
  if (signer === null) return null;
  return {
    signer: signer.name,
    organisation: signer.organisation,
    time: isoTime(/\/M\s*\(D:([^)]*)\)/.exec(dictionary)?.[1] ?? '') ?? signer.time,
    coversWholeFile: start === 0 && resume + rest >= buffer.length - trailingBytes,
  };
}

/** The text of the object that holds the byte range, without the container of the signature in its gap. */
function dictionaryAround(buffer: Buffer, at: number, gapStart: number, resume: number): string {
  const start = Math.max(0, buffer.lastIndexOf(' obj', at));
  const end = buffer.indexOf('endobj', Math.max(at, gapStart > start ? resume : at));
  const stop = end < 0 ? buffer.length : end;
  if (gapStart <= start || resume >= stop) return buffer.toString('latin1', start, stop);
  return buffer.toString('latin1', start, gapStart) + buffer.toString('latin1', resume, stop);
}

/** `20231228142343+07'00'` as `2023-12-28T14:23:43+07:00`; null for anything less than a whole date and time. */
function isoTime(text: string): string | null {
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(Z|[+-]\d\d)?'?(\d\d)?/.exec(text);
  if (parts === null) return null;
  const [, year, month, day, hour, minute, second, zone, zoneMinutes = '00'] = parts;
  const offset = zone === undefined ? '' : zone === 'Z' ? 'Z' : `${zone}:${zoneMinutes}`;
  return `${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`;
}
