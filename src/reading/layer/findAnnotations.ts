import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** The annotations of a page that matter to reading. */
export interface PageAnnotations {
  /** Ids of the fields of digital signatures. */
  readonly signatures: ReadonlySet<string>;
  /** True where a signature is low enough to be no more than a number stamped into a line. */
  readonly mayStampNumbers: boolean;
  /** Ids of other annotations that print something: typed text, a picture stamp, a filled field. */
  readonly printed: ReadonlySet<string>;
  /** Ids of all. */
  readonly all: readonly string[];
}

/** What pdf.js tells of an annotation; its own declarations leave it open. */
interface Annotation {
  readonly id: string;
  readonly subtype: string;
  readonly fieldType?: string | null;
  readonly rect: readonly [number, number, number, number];
}

/** The kinds that are part of a printed page; links, notes and marker pens are not. */
const printedKinds: ReadonlySet<string> = new Set(['FreeText', 'Stamp', 'Widget', 'Ink']);
/** Points. Signatures with a name and a time are higher. */
const lineHeight = 31;

export async function findAnnotations(page: PDFPageProxy): Promise<PageAnnotations> {
  const annotations = (await page.getAnnotations()) as readonly Annotation[];
  const signatures = annotations.filter(({ fieldType }) => fieldType === 'Sig');
  const printed = annotations.filter(({ subtype, fieldType }) => fieldType !== 'Sig' && printedKinds.has(subtype));
  return {
    signatures: new Set(signatures.map(({ id }) => id)),
    mayStampNumbers: signatures.some(({ rect }) => Math.abs(rect[3] - rect[1]) <= lineHeight),
    printed: new Set(printed.map(({ id }) => id)),
    all: annotations.map(({ id }) => id),
  };
}

/**
 * Keeps annotations that print nothing from being drawn beside those that do.
 * @param stamps ids of signatures that print a number into the page
 * @returns whether there is any to be drawn
 */
export function drawOnlyPrinted(
  pdf: PDFDocumentProxy,
  annotations: PageAnnotations,
  stamps: ReadonlySet<string>,
): boolean {
  const drawn = annotations.all.filter((id) => annotations.printed.has(id) || stamps.has(id));
  if (drawn.length === 0) return false;
  for (const id of annotations.all) if (!drawn.includes(id)) pdf.annotationStorage.setValue(id, { noView: true });
  return true;
}
