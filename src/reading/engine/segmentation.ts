import type { OcrLayout } from './OcrEngine.js';

/**
 * Tesseract's page segmentation modes. Set for every call: tesseract.js' own default is 6, which reads across the cells of
 * a table.
 */
export const segmentation = { page: '3', block: '6', line: '7' } as const satisfies Record<OcrLayout, string>;
