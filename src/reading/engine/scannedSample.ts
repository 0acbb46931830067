import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { packageRoot } from '../../pipeline/packageRoot.js';
import type { GreyImage } from '../image/GreyImage.js';
import { readingLimits } from '../limits.js';
import { openPdf } from '../openPdf.js';
import { renderPage } from '../renderPage.js';

/** A page of the bundled scans, dense and grainy: what an engine has to read before it is trusted. */
export async function scannedSample(): Promise<GreyImage> {
  const bytes = await readFile(path.join(packageRoot, 'fixtures', 'reports', '06-so-dia-chinh.pdf'));
  const pdf = await openPdf(bytes, readingLimits);
  try {
    const { print } = await renderPage(pdf, await pdf.getPage(2), 0, false);
    return print;
  } finally {
    await pdf.loadingTask.destroy();
  }
}
