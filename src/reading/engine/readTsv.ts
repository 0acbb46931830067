import type { OcrLine, OcrWord } from './OcrEngine.js';

/** Level of a row that holds a word. */
const wordLevel = '5';

/**
 * The lines of Tesseract's TSV: level, page, block, paragraph, line, word, left, top, width, height, confidence (0 to 100),
 * text. Its words are in reading order.
 */
export function readTsv(tsv: string): readonly OcrLine[] {
  const lines = new Map<string, OcrWord[]>();
  for (const row of tsv.split('\n')) {
    const cells = row.split('\t');
    const [level, page, block, paragraph, line] = cells;
    const text = cells[11]?.trim() ?? '';
    if (level !== wordLevel || text === '') continue;
    const place = [page, block, paragraph, line].join(' ');
    const words = lines.get(place);
    const word = wordOf(cells.slice(6, 11).map(Number), text);
    if (words === undefined) lines.set(place, [word]);
    else words.push(word);
  }
  return [...lines.values()].map((words) => ({ words }));
}

function wordOf([left = 0, top = 0, width = 0, height = 0, confidence = 0]: readonly number[], text: string): OcrWord {
  return {
    text: text.normalize('NFC'),
    confidence: Math.min(1, Math.max(0, confidence / 100)),
    box: { left, top, right: left + width, bottom: top + height },
  };
}
