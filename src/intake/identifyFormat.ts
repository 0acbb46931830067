import path from 'node:path';
import type { ErrorCode } from '../model/errors.js';

/** What a file is by its first bytes and its name; only `pdf` is read. */
export type FormatVerdict =
  | { readonly kind: 'pdf' }
  /** Something an agency may hand in, in a form that is not read. */
  | { readonly kind: 'refused'; readonly code: ErrorCode; readonly detail: string }
  /** No document at all (a data file, a shortcut): set aside with a word. */
  | { readonly kind: 'aside' };

/** How many bytes `identifyFormat` needs: the PDF standard lets the header stand within the first 1,024. */
export const headLength = 1024;

const signatures: readonly { readonly name: string; readonly endings: readonly string[]; readonly head: string }[] = [
  { name: 'PNG', endings: ['.png'], head: '\x89PNG' },
  { name: 'JPEG', endings: ['.jpg', '.jpeg'], head: '\xff\xd8\xff' },
  { name: 'TIFF', endings: ['.tif', '.tiff'], head: 'II*\0' },
  { name: 'TIFF', endings: ['.tif', '.tiff'], head: 'MM\0*' },
  { name: 'Word/Excel 97–2003', endings: ['.doc', '.xls', '.ppt', '.msg'], head: '\xd0\xcf\x11\xe0' },
  { name: 'ZIP, DOCX, XLSX', endings: ['.zip', '.docx', '.xlsx', '.pptx', '.odt', '.ods'], head: 'PK\x03\x04' },
  { name: 'RAR', endings: ['.rar'], head: 'Rar!' },
  { name: '7z', endings: ['.7z'], head: '7z\xbc\xaf' },
  { name: 'RTF', endings: ['.rtf', '.doc'], head: '{\\rtf' },
];

const documentEndings = new Set(['.pdf', ...signatures.flatMap(({ endings }) => endings)]);

/**
 * Decides by content first and by name second, so that a renamed file is neither misread nor passed over.
 * @param head the first `headLength` bytes, fewer where the file is shorter
 */
export function identifyFormat(fileName: string, head: Uint8Array): FormatVerdict {
  const ending = path.extname(fileName).toLowerCase();
  const start = String.fromCharCode(...head.subarray(0, headLength));
  if (start.includes('%PDF-')) {
    if (ending === '' || ending === '.pdf' || !documentEndings.has(ending)) return { kind: 'pdf' };
    return { kind: 'refused', code: 'wrong-suffix', detail: `${ending} → .pdf` };
  }
  const known = signatures.find(({ head: magic }) => start.startsWith(magic));
  if (known !== undefined) {
    if (known.endings.includes(ending)) {
      return { kind: 'refused', code: 'unsupported-format', detail: known.name };
    }
    if (documentEndings.has(ending))
      return { kind: 'refused', code: 'wrong-suffix', detail: `${ending} ≠ ${known.name}` };
    return { kind: 'aside' };
  }
  if (!documentEndings.has(ending)) return { kind: 'aside' };
  if (head.length === 0) return { kind: 'refused', code: 'empty', detail: fileName };
  if (ending === '.pdf') return { kind: 'refused', code: 'not-a-document', detail: fileName };
  return { kind: 'refused', code: 'unsupported-format', detail: ending };
}
