import { AlignmentType, Document, Header, Packer, PageNumber, Paragraph, type Table, TextRun } from 'docx';
import type { Flag, SoatDocument } from '../../model/document.js';
import { weightOf, weightOrder } from '../../model/labels.js';
import { criterionOf } from '../../model/pointsAtStake.js';
import { agencyNames } from '../agencyNames.js';
import { printable } from '../printable.js';
import type { RoundRecord } from '../RoundRecord.js';
import { batchFlagsOf } from '../summarise.js';
import { unreadPart } from '../unreadWords.js';
import { printDate, printNumber } from '../words.js';
import { criteriaLines, type Review } from './criteriaLines.js';
import { criteriaTable } from './criteriaTable.js';
import { letterhead, signatures } from './letterhead.js';
import { blankLine, body, centred, heading, prose, run, small, textWidth } from './typesetting.js';

/** A4 with margins of 20, 20, 30 and 15 mm, as Decree 30/2020 asks, in twips. */
const page = {
  size: { width: 11_906, height: 16_838 },
  margin: { top: 1134, bottom: 1134, left: 1701, right: 851 },
};

/**
 * The appraisal memo (phiếu thẩm định) of a report, as DOCX, in Vietnamese: what is known is filled in, what is the
 * inspector's to say is left blank unless a review says it.
 */
export async function memoOf(
  record: RoundRecord,
  document: SoatDocument,
  review: Review | null = null,
): Promise<Buffer> {
  const name = agencyNames(record.batch)(document) ?? document.source.file;
  const children = [
    letterhead(),
    ...title(document, name),
    ...about(document),
    ...criteria(record, document, review),
    ...further(record, document, review),
    heading('IV. Ý KIẾN VÀ ĐỀ NGHỊ CỦA NGƯỜI THẨM ĐỊNH'),
    ...Array.from({ length: 4 }, () => blankLine(textWidth)),
    prose([run('')]),
    signatures(),
  ];
  const memo = new Document({
    creator: 'Soát',
    title: printable(`Phiếu thẩm định ${name}`),
    styles: { default: { document: { run: { font: 'Times New Roman', size: body, language: { value: 'vi-VN' } } } } },
    sections: [{ properties: { page, titlePage: true }, headers: { default: pageNumber() }, children }],
  });
  return Packer.toBuffer(memo);
}

function title({ report }: SoatDocument, name: string): readonly Paragraph[] {
  const year = report.year === null ? '' : ` năm ${report.year}`;
  return [
    new Paragraph({ spacing: { before: 240 }, children: [] }),
    centred('PHIẾU THẨM ĐỊNH', { bold: true }),
    centred(`Báo cáo tự đánh giá công tác phòng, chống tham nhũng${year}`, { bold: true }),
    centred(`của ${name}`, { bold: true }),
    new Paragraph({ children: [] }),
  ];
}

function about({ report, source, scores }: SoatDocument): readonly Paragraph[] {
  const number = report.number === null ? 'chưa đọc được số' : `số ${report.number}`;
  const date = report.date === null ? '' : ` ngày ${printDate(report.date)}`;
  const signer = report.signer === null ? '' : `, người ký: ${report.signer.name} (${report.signer.role})`;
  const total = scores.find(({ criterion }) => criterion === 'total');
  const max = total?.max === null || total === undefined ? '' : `/${printNumber(total.max, 'vi')}`;
  return [
    heading('I. BÁO CÁO ĐƯỢC THẨM ĐỊNH'),
    prose([run(`Báo cáo ${number}${date}${signer}; ${source.pages} trang; tệp ${source.file}.`)]),
    prose([
      run('Tổng điểm tự chấm: '),
      run(total === undefined ? 'không thấy ghi' : `${printNumber(total.claimed, 'vi')}${max} điểm`, { bold: true }),
      run('.'),
    ]),
    ...report.unread.map((part) => prose([run(unreadPart(part, 'vi'), { italics: true })])),
  ];
}

function criteria(record: RoundRecord, document: SoatDocument, review: Review | null): readonly (Paragraph | Table)[] {
  return [
    heading('II. KẾT QUẢ ĐỐI CHIẾU THEO TIÊU CHÍ'),
    criteriaTable(criteriaLines(record, document, asked(document, review)), review),
  ];
}

/** What concerns no single criterion, and what has to be compared on paper first. */
function further(record: RoundRecord, document: SoatDocument, review: Review | null): readonly Paragraph[] {
  const general = asked(document, review).filter((flag) => criterionOf(document, flag) === null);
  const across = batchFlagsOf(document, record.batch).filter((flag) => !isDismissed(flag, review));
  const compared = across.filter(({ outcome }) => outcome === 'fail');
  const doubtful = [...document.flags.filter((flag) => !isDismissed(flag, review)), ...across].filter(
    ({ outcome }) => outcome === 'cannot-judge',
  );
  return [
    heading('III. NỘI DUNG KHÁC CẦN LÀM RÕ'),
    ...(general.length + compared.length === 0 ? [prose([run('Không có.')])] : [...general, ...compared].map(question)),
    ...(doubtful.length === 0
      ? []
      : [
          prose(
            [run('Cần xem lại bản gốc trước khi hỏi đơn vị (chưa đọc chắc hoặc chưa xác định được):', { bold: true })],
            {
              keepNext: true,
            },
          ),
          ...doubtful.map(question),
        ]),
  ];
}

function question({ message, evidence: [first] }: Pick<Flag, 'message' | 'evidence'>): Paragraph {
  const quoted = first === undefined ? '' : ` (“${first.text}”, trang ${first.page})`;
  return prose([run(`- ${message.vi}`), run(quoted, { italics: true })]);
}

/** Findings to put to the agency, the gravest first. */
function asked({ flags }: SoatDocument, review: Review | null): readonly Flag[] {
  const open = flags.filter((flag) => flag.outcome === 'fail' && !isDismissed(flag, review));
  return weightOrder.flatMap((weight) => open.filter((flag) => weightOf(flag) === weight));
}

function isDismissed({ fingerprint }: Flag, review: Review | null): boolean {
  return review?.dismissed.has(fingerprint) ?? false;
}

/** In the middle of the top margin, from the second page on. */
function pageNumber(): Header {
  const number = new TextRun({ children: [PageNumber.CURRENT], size: small });
  return new Header({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [number] })] });
}
