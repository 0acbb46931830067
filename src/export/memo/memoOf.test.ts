import JSZip from 'jszip';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { documentOf, flagOf, scoreOf, sectionOf } from '../../../test/support/document.js';
import { batchFlagOf, recordOf } from '../../../test/support/round.js';
import type { SoatDocument } from '../../model/document.js';
import type { Review } from './criteriaLines.js';
import { memoOf } from './memoOf.js';

const citation: SoatDocument['citations'][number] = {
  kind: 'numbered',
  text: 'Kế hoạch số 12/KH-SM ngày 03/3/2023',
  type: 'Kế hoạch',
  number: '12',
  year: null,
  symbol: 'KH-SM',
  full: '12/KH-SM',
  date: '2023-03-03',
  dateText: '03/3/2023',
  issuer: null,
  title: null,
  refersTo: null,
  section: 'II/2',
  page: 2,
  boxes: [],
  confidence: 1,
  origin: 'text',
};
const document = documentOf({
  report: { ...documentOf().report, agency: 'Sở <Mẫu> & Thử\u0000', unread: ['signer'] },
  sections: [sectionOf({ path: 'II/2', criterion: 'B.1' })],
  citations: [citation, citation],
  scores: [scoreOf({ criterion: 'B.1', claimed: 26.5, max: 27 }), scoreOf({ criterion: 'total', claimed: 97.5 })],
  flags: [
    flagOf({ subject: 'criterion:B.1', message: { vi: 'Đề nghị bổ sung minh chứng.', en: '' } }),
    flagOf({ fingerprint: 'f1', message: { vi: 'Tổng chưa khớp.', en: '' } }),
    flagOf({ fingerprint: 'f2', outcome: 'cannot-judge', message: { vi: 'Số mờ.', en: '' } }),
  ],
});
const record = recordOf([document], { flags: [batchFlagOf({ agency: document.report.agency ?? '' })] });

async function textOf(memo: Buffer): Promise<string> {
  return (await mammoth.extractRawText({ buffer: memo })).value;
}

/** The table's rows as the texts of their cells. */
async function rowsOf(memo: Buffer): Promise<readonly (readonly string[])[]> {
  const { value } = await mammoth.convertToHtml({ buffer: memo });
  const table = value.split('<table>').find((part) => part.includes('Điểm đề nghị')) ?? '';
  return table
    .split('<tr>')
    .map((row) => [...row.matchAll(/<t[dh]>(.*?)<\/t[dh]>/g)].map(([, cell = '']) => plain(cell)));
}

const plain = (markup: string) => markup.replace(/<[^>]*>/g, '');

describe('memoOf', () => {
  it('sets letterhead, number of the report and what is not known as blanks', async () => {
    const text = await textOf(await memoOf(record, document));
    for (const told of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      '(TÊN CƠ QUAN THẨM ĐỊNH)',
      'PHIẾU THẨM ĐỊNH',
      'của Sở <Mẫu> & Thử',
      'Báo cáo số 12/BC-SM ngày 20/12/2023',
      'Tổng điểm tự chấm: 97,5 điểm.',
    ]) {
      expect(text).toContain(told);
    }
  });

  it('lays out each criterion with maximum, claim, room for the inspector, evidence once and questions', async () => {
    const rows = await rowsOf(await memoOf(record, document));
    expect(rows.find(([first]) => first?.startsWith('B.1'))).toEqual([
      'B.1. Công tác phòng ngừa tham nhũng trong cơ quan, tổ chức, đơn vị khu vực Nhà nước',
      '27',
      '26,5',
      '',
      '- Kế hoạch số 12/KH-SM ngày 03/03/2023 (trang 2)',
      '- Đề nghị bổ sung minh chứng. (trang 2)',
    ]);
  });

  it('puts apart what concerns no criterion, other agencies, and what must be compared on paper first', async () => {
    const text = await textOf(await memoOf(record, document));
    const order = ['III. NỘI DUNG KHÁC', 'Tổng chưa khớp.', 'Đã tổ chức 5 hội nghị.', 'Cần xem lại bản gốc', 'Số mờ.'];
    expect(order.map((part) => text.indexOf(part))).toEqual(
      order.map((part) => text.indexOf(part)).toSorted((left, right) => left - right),
    );
    expect(text).toContain('Số mờ.');
  });

  it('takes suggested points from a review, and leaves out what it dismissed', async () => {
    const review: Review = {
      suggested: new Map([['B.1', { points: 25, reason: 'Thiếu kết quả kiểm tra.' }]]),
      dismissed: new Set(['f1']),
    };
    const memo = await memoOf(record, document, review);
    expect((await rowsOf(memo)).find(([first]) => first?.startsWith('B.1'))?.[3]).toBe('25Thiếu kết quả kiểm tra.');
    expect(await textOf(memo)).not.toContain('Tổng chưa khớp.');
  });

  it('is set in Times New Roman on A4 with the margins of administrative documents', async () => {
    const zip = await JSZip.loadAsync(await memoOf(record, document));
    const [styles, body] = await Promise.all(
      ['word/styles.xml', 'word/document.xml'].map((name) => zip.file(name)?.async('string')),
    );
    expect(styles).toContain('Times New Roman');
    expect(body).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    expect(body).toMatch(/<w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701"/);
  });
});
