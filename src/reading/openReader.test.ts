import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { drawnPdf, scanned, written } from '../../test/support/drawnPdf.js';
import { SoatError } from '../model/errors.js';
import type { PageReading } from '../model/page.js';
import type { OcrEngine } from './engine/OcrEngine.js';
import { readingLimits } from './limits.js';
import { openReader, type Reader } from './openReader.js';

const report = [
  'Sở Mẫu đã ban hành Kế hoạch số 718/KH-SM ngày 03/3/2023 về công tác',
  'phòng, chống tham nhũng; tổ chức 07 lớp tập huấn cho cán bộ, công chức',
  'và kiểm tra 12 đơn vị trực thuộc trong năm 2023.',
  'Tự đánh giá đạt: 19,5/20 điểm.',
];

const textOf = (page: PageReading) => page.lines.map(({ words }) => words.map(({ text }) => text).join(' ')).join('\n');
const wordOf = (page: PageReading, text: string) =>
  page.lines.flatMap(({ words }) => words).find((word) => word.text === text);

/** A line in a font that describes itself, on the page that is object 3. */
const damagedPdf = (pages: string) =>
  Buffer.from(`%PDF-1.7
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj ${pages} endobj
3 0 obj << /Type /Page /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >> endobj
4 0 obj << /Length 37 >> stream
BT /F1 24 Tf 72 600 Td (Muc 718) Tj ET
endstream endobj
5 0 obj << /Type /Font /Subtype /Type0 /BaseFont /A /Encoding 5 0 R /DescendantFonts [3 0 R] >> endobj
trailer << /Root 1 0 R >>
%%EOF`);

describe('a reader', () => {
  let reader: Reader;
  beforeAll(async () => {
    reader = await openReader();
  });
  afterAll(() => reader.close());

  it('reads a born-digital page from its text layer, each word with its box', async () => {
    const page = await reader.read(drawnPdf(written(report)), 1);
    expect(page).toMatchObject({ origin: 'text', reason: 'text-layer', confidence: 1, unread: [] });
    expect(textOf(page)).toBe(report.join('\n'));
    const [left = 0, top = 0, right = 0, bottom = 0] = wordOf(page, '718/KH-SM')?.box ?? [];
    expect(right - left).toBeCloseTo(0.107, 1);
    expect(top * 842).toBeGreaterThan(75);
    expect(bottom * 842).toBeLessThan(95);
  });

  it('recognises a scan and removes its skew; boxes lie on the page as displayed', async () => {
    const page = await reader.read(drawnPdf(scanned(written(report), 2)), 1);
    expect(page).toMatchObject({ origin: 'ocr', reason: 'no-text-layer', unread: [] });
    expect(page.skew).toBeCloseTo(2, 0);
    expect(textOf(page)).toContain('718/KH-SM ngày 03/3/2023');
    expect(textOf(page)).toContain('19,5/20 điểm');
    const [left = 0, top = 0, right = 0, bottom = 0] = wordOf(page, '718/KH-SM')?.box ?? [];
    // The middle of the word, turned by two degrees about the middle of the page.
    expect(((left + right) / 2) * 595).toBeGreaterThan(300);
    expect(((left + right) / 2) * 595).toBeLessThan(350);
    expect(Math.abs(((top + bottom) / 2) * 842 - 86)).toBeLessThan(6);
  });

  it('recognises a scan whose only text is the stamp of a signature', async () => {
    const scan = scanned(written(report));
    const stamp = written(['Ký bởi: Cơ quan mẫu', 'Thời gian ký: 28/12/2023'], 'black', 30);
    const page = await reader.read(
      drawnPdf((context) => {
        scan(context);
        stamp(context);
      }),
      1,
    );
    expect(page).toMatchObject({ origin: 'ocr', reason: 'text-layer-covers-little' });
    expect(textOf(page)).toContain('718/KH-SM');
  });

  it('recognises print in a picture on a page of text', async () => {
    const body = Array.from({ length: 16 }, (_, index) => `${index + 1}. ${report[index % 3]}`);
    const picture = scanned(written(['Phụ lục được quét kèm theo văn bản này, gồm 15 trang.'], 'black', 700));
    const page = await reader.read(
      drawnPdf((context) => {
        picture(context);
        written(body)(context);
      }),
      1,
    );
    expect(page.origin).toBe('text');
    expect(textOf(page)).toContain('Phụ lục được quét kèm theo văn bản này');
    expect(wordOf(page, 'quét')?.confidence).toBeLessThan(1);
  });

  it('reads print in blue ink, which the grey of the page fades', async () => {
    const page = await reader.read(
      drawnPdf(
        scanned((context) => {
          written(report)(context);
          written(['Số liệu trong văn bản này do phòng Tổng hợp cung cấp.'], 'rgb(0, 0, 255)', 300)(context);
        }),
      ),
      1,
    );
    expect(textOf(page)).toContain('phòng Tổng hợp cung cấp');
  });

  it('leaves white words of a text layer out', async () => {
    const page = await reader.read(
      drawnPdf((context) => {
        written(report)(context);
        written(['không thấy'], 'white', 400)(context);
      }),
      1,
    );
    expect(textOf(page)).toBe(report.join('\n'));
  });

  it('tells a blank page', async () => {
    const pdf = drawnPdf(
      scanned(() => {}),
      written(report),
    );
    expect(await reader.read(pdf, 1)).toMatchObject({ origin: 'blank', reason: 'no-ink', lines: [], confidence: 1 });
    expect((await reader.read(pdf, 2)).origin).toBe('text');
  });

  it.each([
    ['the text of a page is in a font that is damaged', damagedPdf('<< /Kids [3 0 R] /Count 1 >>')],
    ['the list of its pages leads nowhere', damagedPdf('<< /Kids [2 0 R] /Count 7 >>')],
  ])('calls no page blank where %s', async (_, pdf) => {
    await expect(reader.read(pdf, 1)).rejects.toMatchObject({ code: 'page-unreadable' });
  });

  it('reads no text of a file whose packed text was changed, but its scans', async () => {
    const pdf = Buffer.from(drawnPdf(written(report), scanned(written(report))));
    const begin = pdf.indexOf('stream\n', pdf.indexOf('/FlateDecode')) + 'stream\n'.length;
    const middle = Math.round((begin + pdf.indexOf('endstream', begin)) / 2);
    expect((await reader.read(Buffer.from(pdf), 1)).origin).toBe('text');
    pdf.writeUInt8(pdf.readUInt8(middle) ^ 0x10, middle);
    await expect(reader.read(pdf, 1)).rejects.toMatchObject({ code: 'page-unreadable' });
    expect((await reader.read(pdf, 2)).origin).toBe('ocr');
  });

  it('turns a page upright that was scanned on its side', async () => {
    const lines = Array.from({ length: 12 }, (_, index) => report[index % report.length] ?? '');
    const page = await reader.read(
      drawnPdf(
        scanned((context) => {
          context.translate(0, 842);
          context.rotate(-Math.PI / 2);
          written(lines)(context);
        }),
      ),
      1,
    );
    expect(page).toMatchObject({ origin: 'ocr', rotation: 90, width: 2339, height: 1653 });
    expect(textOf(page)).toContain('718/KH-SM');
  });

  it('finds the lines of a table and the lone digits in its cells', async () => {
    const page = await reader.read(
      drawnPdf(
        scanned((context) => {
          written(report.slice(0, 2))(context);
          context.lineWidth = 1;
          for (const y of [200, 240, 280, 320]) context.strokeRect(85, y, 420, 0);
          for (const x of [85, 385, 445, 505]) context.strokeRect(x, 200, 0, 120);
          ['8', '5', '3'].forEach((digit, row) => {
            written([`Tiêu chí thứ ${row + 1} về phòng ngừa`], 'black', 225 + row * 40)(context);
            context.fillText(digit, 410, 225 + row * 40);
            context.fillText('2,5', 465, 225 + row * 40);
          });
        }),
      ),
      1,
    );
    expect(page.rulings.filter(({ direction }) => direction === 'horizontal')).toHaveLength(4);
    expect(page.rulings.filter(({ direction }) => direction === 'vertical')).toHaveLength(4);
    const texts = page.lines.map(({ words }) => words.map(({ text }) => text).join(' '));
    for (const digit of ['8', '5', '3']) expect(texts).toContain(digit);
    expect(texts.filter((text) => text === '2,5')).toHaveLength(3);
  });
});

describe('a reader whose engine fails', () => {
  const scan = drawnPdf(scanned(written(report)), scanned(written(report)));
  const engine = (recognise: OcrEngine['recognise']): OcrEngine => ({ recognise, close: async () => {} });

  it('gives a page that hangs up after its time, and starts a new engine for the next one', async () => {
    // The clock runs on only while the engine hangs: however slow the machine, no other page is late.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    let started = 0;
    const hang = () => {
      vi.advanceTimersByTime(readingLimits.pageMs);
      return new Promise<never>(() => {});
    };
    const hanging = await openReader({
      startEngine: async () => {
        started++;
        return engine(() => (started === 1 ? hang() : Promise.resolve([])));
      },
    });
    await expect(hanging.read(scan, 1)).rejects.toMatchObject({ code: 'page-timeout', retryable: true });
    expect((await hanging.read(scan, 2)).origin).toBe('ocr');
    expect(started).toBe(2);
    await hanging.close();
  });

  it('passes a crash on, and goes on after it', async () => {
    let started = 0;
    const crashing = await openReader({
      startEngine: async () => {
        started++;
        return engine(async () => {
          if (started === 1) throw new SoatError('engine-crashed');
          return [];
        });
      },
    });
    await expect(crashing.read(scan, 1)).rejects.toMatchObject({ code: 'engine-crashed' });
    expect((await crashing.read(scan, 1)).number).toBe(1);
    await crashing.close();
  });

  it('recognises a page whose text layer is bad, and keeps what the layer says', async () => {
    const layer = ['Ket qua thuc hien cong tac phong chong tham nhung', 'cua don vi trong nam vua qua nhu sau'];
    const blind = await openReader({ startEngine: async () => engine(async () => []) });
    const page = await blind.read(drawnPdf(written(layer)), 1);
    expect(page).toMatchObject({ origin: 'ocr', reason: 'text-layer-unreadable', setAside: layer.join('\n') });
    expect(await blind.read(scan, 1)).not.toHaveProperty('setAside');
    await blind.close();
  });

  it('tells the unread print of a page on which nothing was recognised', async () => {
    const blind = await openReader({ startEngine: async () => engine(async () => []) });
    const page = await blind.read(scan, 1);
    expect(page.unread.length).toBeGreaterThanOrEqual(4);
    expect(page.unread[0]?.marks).toBeGreaterThan(20);
    await blind.close();
  });
});
