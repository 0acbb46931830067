import JSZip from 'jszip';

export interface ZipMember {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** Unix mode, as programs on Unix write it. */
  readonly mode?: number;
}

export interface ZipOptions {
  /** How names are written; default: UTF-8 with its flag. */
  readonly encodeName?: (name: string) => Uint8Array;
}

/** A ZIP of the members, whatever their names say. */
export async function zipOf(members: readonly ZipMember[], { encodeName }: ZipOptions = {}): Promise<Buffer> {
  const zip = new JSZip();
  for (const { name, content, mode } of members) {
    zip.file(name, content, { createFolders: false, ...(mode === undefined ? {} : { unixPermissions: mode }) });
  }
  return zip.generateAsync({
    type: 'nodebuffer',
    compression: 'DEFLATE',
    platform: 'UNIX',
    ...(encodeName === undefined ? {} : { encodeFileName: (name: string) => encodeName(name) as unknown as string }),
  });
}

/** Sets the flag that says a member is encrypted, in every header. */
export function markEncrypted(zip: Buffer): Buffer {
  const marked = Buffer.from(zip);
  for (const [signature, offset] of [
    ['PK\x03\x04', 6],
    ['PK\x01\x02', 8],
  ] as const) {
    for (let at = marked.indexOf(signature, 0, 'latin1'); at >= 0; at = marked.indexOf(signature, at + 4, 'latin1')) {
      marked.writeUInt16LE(marked.readUInt16LE(at + offset) | 1, at + offset);
    }
  }
  return marked;
}
