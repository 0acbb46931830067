import { describe, expect, it } from 'vitest';
import { documentSchema } from '../model/document.js';
import type { PageReading } from '../model/page.js';
import { analyse, type ReadPage } from './analyse.js';
import { nameDocument } from './assembleDocument.js';

const lineHeight = 0.03;

/** A page read from a text layer, a line of text a line. */
function page(number: number, lines: readonly string[]): PageReading {
  return {
    number,
    origin: 'text',
    reason: 'text-layer',
    width: 1654,
    height: 2339,
    rotation: 0,
    skew: 0,
    confidence: 1,
    coverage: 1,
    rulings: [],
    unread: [],
    lines: lines.map((line, row) => {
      const top = 0.1 + row * lineHeight;
      const words = line.split(' ').map((text, place) => {
        const left = 0.1 + place * 0.06;
        return { text, confidence: 1, box: [left, top, left + 0.05, top + 0.015] as const };
      });
      return { words, box: [0.1, top, 0.1 + 0.06 * words.length, top + 0.015] };
    }),
  };
}

function report(year: number): readonly string[] {
  return [
    'BÁO CÁO',
    `Tự đánh giá công tác phòng, chống tham nhũng năm ${year}`,
    'I. TÌNH HÌNH CHUNG',
    `Thực hiện Kế hoạch số 12/KH-STN ngày 05/01/${year} về công tác phòng, chống tham nhũng.`,
  ];
}

function audit(pages: readonly (PageReading | Extract<ReadPage, { ok: false }>)[], pipeline: string | null = null) {
  const survey = {
    pages: pages.map((_, index) => ({ number: index + 1, width: 1654, height: 2339, rotation: 0 as const })),
    signatures: [],
  };
  const read = pages.map((one, index): [number, ReadPage] => [
    index + 1,
    'ok' in one ? one : { ok: true, reading: one },
  ]);
  const document = analyse(survey, new Map(read), pipeline);
  return documentSchema.parse(nameDocument(document, { file: 'a.pdf', sha256: '', bytes: 1 }));
}

describe('the analysis of a document', () => {
  it('chooses the pipeline of the year that the report tells', () => {
    expect(audit([page(1, report(2022))])).toMatchObject({ pipeline: 'pctn-2022', notes: [], report: { year: 2022 } });
    expect(audit([page(1, report(2023))])).toMatchObject({ pipeline: 'pctn-2023', notes: [] });
  });

  it('says so where no rubric fits the year', () => {
    expect(audit([page(1, report(2031))])).toMatchObject({ pipeline: 'pctn-2023', notes: ['no-rubric-for-year'] });
  });

  it('uses the pipeline it is told to, whatever the year', () => {
    expect(audit([page(1, report(2031))], 'pctn-2022')).toMatchObject({ pipeline: 'pctn-2022', notes: [] });
  });

  it('keeps a page that was not read in its place, and names it with what to do', () => {
    const document = audit([
      page(1, report(2023)),
      { ok: false, code: 'page-timeout', detail: null },
      page(3, ['Hết.']),
    ]);
    expect(document.status).toBe('partial');
    expect(document.errors).toMatchObject([{ code: 'page-timeout', page: 2, retryable: true }]);
    expect(document.errors[0]?.message).toContain('quá thời gian');
    expect(document.pages.map(({ origin }) => origin)).toEqual(['text', 'failed', 'text']);
    expect(document.pages[2]?.text).toBe('Hết.');
  });

  it('stays partial where no page at all was read', () => {
    expect(audit([{ ok: false, code: 'page-unreadable', detail: 'x' }])).toMatchObject({
      status: 'partial',
      flags: expect.any(Array),
    });
  });

  it('gives a citation its words, page and box', () => {
    const [citation] = audit([page(1, report(2023))]).citations;
    expect(citation).toMatchObject({ full: '12/KH-STN', date: '2023-01-05', page: 1, origin: 'text', confidence: 1 });
    expect(citation?.boxes[0]?.box[1]).toBeCloseTo(0.1 + 3 * lineHeight, 4);
  });

  it('cuts off boxes that stick out of the page by a rounding', () => {
    const reading = page(1, report(2023));
    const outside = {
      ...reading,
      unread: [{ box: [-0.0001, 0.2, 1.00004, 0.3] as const, marks: 7 }],
    };
    expect(audit([outside]).pages[0]?.unread).toEqual([{ box: [0, 0.2, 1, 0.3], marks: 7 }]);
  });
});
