import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { SoatError } from '../model/errors.js';

/**
 * A page that shows nothing is blank only if nothing was left out of it: a damaged picture is skipped in silence, one
 * over the limit is not unpacked, and a file whose list of pages leads nowhere is given a page that it does not hold.
 * @throws SoatError `page-unreadable`, `page-too-large`
 */
export async function refuseUnshown(page: PDFPageProxy, hasHugeImage: boolean): Promise<void> {
  if (page.ref === null) throw new SoatError('page-unreadable');
  const { fnArray, argsArray } = await page.getOperatorList();
  const pictures = fnArray.flatMap((operator, at) => (operator === OPS.paintImageXObject ? [argsArray[at]?.[0]] : []));
  const isMissing = (id: unknown): boolean => {
    if (typeof id !== 'string') return false;
    const objects = id.startsWith('g_') ? page.commonObjs : page.objs;
    return objects.has(id) && objects.get(id) === null;
  };
  const damaged = pictures.some(isMissing);
  page.cleanup();
  if (damaged) throw new SoatError('page-unreadable');
  if (hasHugeImage && pictures.length === 0) throw new SoatError('page-too-large');
}
