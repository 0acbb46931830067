import type { Flag, SoatDocument } from '../../src/model/document.js';

/** A flag that fails, with whatever a test cares for. */
export function flagOf(fields: Partial<Flag> = {}): Flag {
  return {
    rule: 'score/total-mismatch',
    outcome: 'fail',
    severity: 'error',
    confidence: 1,
    subject: 'document',
    message: { vi: 'Tổng là 99, không phải 100.', en: 'The sum is 99, not 100.' },
    evidence: [{ text: 'Tổng điểm: 100/100', page: 2, boxes: [] }],
    fingerprint: 'f0',
    ...fields,
  };
}

/** A stated score, with whatever a test cares for. */
export function scoreOf(fields: Partial<SoatDocument['scores'][number]> = {}): SoatDocument['scores'][number] {
  return {
    criterion: 'B.1',
    claimed: 27,
    max: null,
    text: 'Tự đánh giá: 27 điểm',
    section: null,
    page: 1,
    boxes: [],
    confidence: 1,
    ...fields,
  };
}

/** A section, with whatever a test cares for. */
export function sectionOf(fields: Partial<SoatDocument['sections'][number]> = {}): SoatDocument['sections'][number] {
  return { path: 'I', marker: 'I', level: 1, title: 'Đặc điểm', page: 1, criterion: null, ...fields };
}

/** A complete document without findings, with whatever a test cares for. */
export function documentOf(fields: Partial<SoatDocument> = {}): SoatDocument {
  return {
    schema: 'soat.document/v1',
    version: '0.0.0',
    pipeline: 'pctn-2023',
    role: 'report',
    notes: [],
    source: { file: 'bao-cao.pdf', sha256: 'a'.repeat(64), bytes: 10, pages: 2 },
    status: 'complete',
    errors: [],
    report: {
      agency: 'Sở Mẫu',
      number: '12/BC-SM',
      date: '2023-12-20',
      year: 2023,
      title: 'Tự đánh giá',
      place: null,
      signer: null,
      signatures: [],
      unread: [],
    },
    pages: [],
    sections: [],
    citations: [],
    scores: [],
    papers: [],
    submitted: [],
    flags: [],
    checks: [],
    ...fields,
  };
}
