import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { SoatError } from '../model/errors.js';

/** What pdf.js names every font that it could not load; it leaves out the text in it, from the picture and the layer. */
const unloadedFont = 'g_font_error';

/**
 * Text in a font that is damaged would be gone without a word. To be asked when the page has been drawn.
 * @throws SoatError `page-unreadable`
 */
export async function refuseUndrawnText(page: PDFPageProxy): Promise<void> {
  // Fonts are known for the whole file: one that is missed here may be another page's.
  if (!page.commonObjs.has(unloadedFont)) return;
  const { fnArray, argsArray } = await page.getOperatorList();
  let font: unknown = null;
  const undrawn = fnArray.some((operator, at) => {
    if (operator === OPS.setFont) font = argsArray[at]?.[0];
    return operator === OPS.showText && font === unloadedFont;
  });
  page.cleanup();
  if (undrawn) throw new SoatError('page-unreadable');
}
