import path from 'node:path';
import type { ErrorCode } from '../model/errors.js';
import { type FileFormat, formatOf, headLength } from '../model/format.js';

/** What becomes of a file, by its first bytes and its name. */
export type FormatVerdict =
  | { readonly kind: 'document' }
  /** A picture: a report of one page, or a page of one. */
  | { readonly kind: 'image' }
  | { readonly kind: 'archive' }
  /** Something an agency may hand in, in a form that is not read. */
  | { readonly kind: 'refused'; readonly code: ErrorCode; readonly detail: string }
  /** No document at all (a data file, a shortcut): set aside with a word. */
  | { readonly kind: 'aside' };

interface Family {
  readonly name: string;
  readonly formats: readonly FileFormat[];
  readonly endings: readonly string[];
  /** Null: not read. */
  readonly kind: 'document' | 'image' | 'archive' | null;
}

/** Endings under which each content may come. A camera that names a PNG `.jpg` harms nobody: images are one family. */
const families: readonly Family[] = [
  { formats: ['pdf'], endings: ['.pdf'], name: 'PDF', kind: 'document' },
  {
    formats: ['png', 'jpeg', 'tiff'],
    endings: ['.png', '.jpg', '.jpeg', '.jpe', '.jfif', '.tif', '.tiff'],
    name: 'PNG, JPEG, TIFF',
    kind: 'image',
  },
  { formats: ['zip'], endings: ['.zip'], name: 'ZIP', kind: 'archive' },
  { formats: ['zip'], endings: ['.docx'], name: 'DOCX', kind: 'document' },
  {
    formats: ['zip'],
    endings: ['.xlsx', '.pptx', '.docm', '.xlsm', '.odt', '.ods'],
    name: 'Office',
    kind: null,
  },
  {
    formats: ['compound'],
    endings: ['.doc', '.xls', '.ppt', '.msg', '.wps', '.et'],
    name: 'Office 97–2003',
    kind: null,
  },
  { formats: ['rar'], endings: ['.rar'], name: 'RAR', kind: null },
  { formats: ['7z'], endings: ['.7z'], name: '7z', kind: null },
  { formats: ['rtf'], endings: ['.rtf', '.doc'], name: 'RTF', kind: null },
];

const documentEndings = new Set(families.flatMap(({ endings }) => endings));
/** Office files that are a ZIP; under a password they are a compound file. */
const packedOffice = new Set(['.docx', '.docm', '.xlsx', '.xlsm', '.pptx']);
/** Data of programs and shortcuts: nobody hands them in as a report. */
const asideEndings = new Set([
  '.json',
  '.jsonl',
  '.csv',
  '.yaml',
  '.yml',
  '.xml',
  '.ini',
  '.log',
  '.lnk',
  '.url',
  '.db',
]);

/**
 * Decides by content first and by name second, so that a renamed file is neither misread nor passed over.
 * @param head the first `headLength` bytes, fewer where the file is shorter
 */
export function identifyFormat(fileName: string, head: Uint8Array): FormatVerdict {
  const ending = path.extname(fileName).toLowerCase();
  const format = formatOf(head.subarray(0, headLength));
  if (format === null || format === 'image-sequence') return unknown(fileName, ending, head.length);
  if (format === 'compound' && packedOffice.has(ending)) return refused('encrypted', ending);
  const family = families.find(({ formats, endings }) => formats.includes(format) && endings.includes(ending));
  if (family !== undefined) return verdictOf(family);
  const likely = families.find(({ formats }) => formats.includes(format));
  if (likely === undefined || asideEndings.has(ending)) return { kind: 'aside' };
  if (documentEndings.has(ending)) return refused('wrong-suffix', `${ending} ≠ ${likely.name}`);
  // Programs and installers are ZIPs too; their members are no reports.
  if (likely.kind === 'archive' && ending !== '') return refused('unsupported-format', ending);
  return verdictOf(likely);
}

function verdictOf({ kind, name }: Family): FormatVerdict {
  return kind === null ? refused('unsupported-format', name) : { kind };
}

function unknown(fileName: string, ending: string, length: number): FormatVerdict {
  if (asideEndings.has(ending)) return { kind: 'aside' };
  if (length === 0) return refused('empty', fileName);
  const isRead = families.some(({ endings, kind }) => kind !== null && endings.includes(ending));
  return isRead ? refused('not-a-document', fileName) : refused('unsupported-format', ending || fileName);
}

function refused(code: ErrorCode, detail: string): FormatVerdict {
  return { kind: 'refused', code, detail };
}
