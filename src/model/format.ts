/** What a file is by its first bytes. */
export type FileFormat =
  | 'pdf'
  | 'png'
  | 'jpeg'
  | 'tiff'
  /** Images of one report, put together by Soát itself (`imageSequence.ts`). */
  | 'image-sequence'
  /** A ZIP, and all that is one inside: DOCX, XLSX, ODT. */
  | 'zip'
  /** Word and Excel 97–2003, and every Office file under a password. */
  | 'compound'
  | 'rar'
  | '7z'
  | 'rtf';

/** How many bytes `formatOf` needs: the PDF standard lets the header stand within the first 1,024. */
export const headLength = 1024;

/** The first line of an image sequence. */
export const imageSequenceMark = 'soat-images/1 ';

const signatures: readonly (readonly [start: string, format: FileFormat])[] = [
  ['\x89PNG\r\n\x1a\n', 'png'],
  ['\xff\xd8\xff', 'jpeg'],
  ['II*\0', 'tiff'],
  ['MM\0*', 'tiff'],
  ['II+\0', 'tiff'],
  ['MM\0+', 'tiff'],
  [imageSequenceMark, 'image-sequence'],
  ['PK\x03\x04', 'zip'],
  ['PK\x05\x06', 'zip'],
  ['\xd0\xcf\x11\xe0', 'compound'],
  ['Rar!', 'rar'],
  ['7z\xbc\xaf', '7z'],
  ['{\\rtf', 'rtf'],
];

/** @param head the first `headLength` bytes, fewer where the file is shorter */
export function formatOf(head: Uint8Array): FileFormat | null {
  const start = String.fromCharCode(...head.subarray(0, headLength));
  const known = signatures.find(([signature]) => start.startsWith(signature));
  if (known !== undefined) return known[1];
  return start.includes('%PDF-') ? 'pdf' : null;
}
