import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OcrEngine, OcrLine } from '../../src/reading/engine/OcrEngine.js';
import { scannedSample } from '../../src/reading/engine/scannedSample.js';
import { cutOut } from '../../src/reading/image/cutOut.js';
import type { GreyImage } from '../../src/reading/image/GreyImage.js';

const minute = 60_000;

/** What must hold for every OCR engine, on a bundled scan. */
export function describeEngine(name: string, start: () => Promise<OcrEngine>): void {
  describe(`${name} as an OCR engine`, () => {
    let engine: OcrEngine;
    let page: GreyImage;
    let lines: readonly OcrLine[];
    beforeAll(async () => {
      [engine, page] = [await start(), await scannedSample()];
      lines = await engine.recognise(page, { layout: 'page', timeout: 2 * minute });
    }, 3 * minute);
    afterAll(() => engine.close());

    const wordsOf = (read: readonly OcrLine[]) => read.flatMap(({ words }) => words);

    it('reads a page line by line, in order', () => {
      expect(lines.length).toBeGreaterThan(20);
      const tops = lines.map(({ words }) => words[0]?.box.top ?? 0);
      expect(tops).toEqual([...tops].sort((left, right) => left - right));
    });

    it('gives NFC words without spaces, each inside the page and with a confidence from 0 to 1', () => {
      for (const { text, box, confidence } of wordsOf(lines)) {
        expect(text).toMatch(/^\S+$/);
        expect(text).toBe(text.normalize('NFC'));
        expect(box.left >= 0 && box.top >= 0 && box.left < box.right && box.top < box.bottom).toBe(true);
        expect(box.right <= page.width && box.bottom <= page.height).toBe(true);
        expect(confidence >= 0 && confidence <= 1).toBe(true);
      }
    });

    it('reads the line of a word again from its cut', async () => {
      const line = lines.find(({ words }) => words.length > 8 && words.every(({ confidence }) => confidence > 0.8));
      const boxes = line?.words.map(({ box }) => box) ?? [];
      const area = {
        left: Math.min(...boxes.map(({ left }) => left)) - 8,
        top: Math.min(...boxes.map(({ top }) => top)) - 8,
        right: Math.max(...boxes.map(({ right }) => right)) + 8,
        bottom: Math.max(...boxes.map(({ bottom }) => bottom)) + 8,
      };
      const again = await engine.recognise(cutOut(page, area), { layout: 'line', timeout: minute });
      expect(wordsOf(again).map(({ text }) => text)).toEqual(line?.words.map(({ text }) => text));
    });

    it('finds nothing on blank paper', async () => {
      const paper = { width: 400, height: 300, data: new Uint8Array(400 * 300).fill(255) };
      expect(await engine.recognise(paper, { layout: 'page', timeout: minute })).toEqual([]);
    });

    it('stops a page that takes too long, and says so', async () => {
      const hurried = await start();
      const reading = hurried.recognise(page, { layout: 'page', timeout: 1 });
      await expect(reading).rejects.toMatchObject({ code: 'page-timeout' });
      await hurried.close();
    });
  });
}
