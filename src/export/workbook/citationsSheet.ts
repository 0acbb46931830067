import type { SoatDocument } from '../../model/document.js';
import { agencyNames } from '../agencyNames.js';
import type { RoundRecord } from '../RoundRecord.js';
import { pageAddress } from '../resultNames.js';
import { sayIn } from '../words.js';
import { plainDate } from './cells.js';
import type { Sheet } from './writeSheet.js';

interface Line {
  readonly document: SoatDocument;
  readonly citation: SoatDocument['citations'][number];
}

/** Every document that the reports cite, in the order of the text. */
export function citationsSheet(record: RoundRecord): Sheet<Line> {
  const say = sayIn(record.language);
  const nameOf = agencyNames(record.batch);
  return {
    name: say('Văn bản trích dẫn', 'Citations'),
    title: say('VĂN BẢN ĐƯỢC VIỆN DẪN TRONG CÁC BÁO CÁO', 'DOCUMENTS THAT THE REPORTS CITE'),
    notes: [
      say(
        'Số, ký hiệu và ngày ghi theo bản in; văn bản nhắc lại rút gọn được nối với lần nêu đầy đủ.',
        'Numbers, symbols and dates as printed; a short mention is joined to the full one.',
      ),
    ],
    columns: [
      {
        head: say('Cơ quan, đơn vị', 'Agency'),
        width: 20,
        style: 'text',
        value: ({ document }) => nameOf(document) ?? document.source.file,
      },
      { head: say('Loại văn bản', 'Type'), width: 14, style: 'text', value: ({ citation }) => citation.type },
      {
        head: say('Số, ký hiệu', 'Number and symbol'),
        width: 20,
        style: 'text',
        value: ({ citation }) => citation.full ?? citation.refersTo?.full ?? null,
      },
      {
        head: say('Ngày', 'Date'),
        width: 12,
        style: 'date',
        value: ({ citation }) => plainDate(citation.date ?? citation.refersTo?.date ?? null),
      },
      {
        head: say('Ngày ghi trên bản in', 'Date as printed'),
        width: 14,
        style: 'text',
        value: ({ citation }) => citation.dateText,
      },
      { head: say('Cơ quan ban hành', 'Issuer'), width: 20, style: 'text', value: ({ citation }) => citation.issuer },
      { head: say('Nguyên văn', 'As printed'), width: 46, style: 'text', value: ({ citation }) => citation.text },
      { head: say('Mục', 'Section'), width: 12, style: 'text', value: ({ citation }) => citation.section },
      { head: say('Trang', 'Page'), width: 8, style: 'count', value: ({ citation }) => citation.page },
      {
        head: say('Độ tin cậy khi đọc', 'Confidence'),
        width: 10,
        style: 'share',
        value: ({ citation }) => citation.confidence,
      },
      {
        head: say('Tệp', 'File'),
        width: 20,
        style: 'link',
        value: ({ document: { source } }) => ({ text: source.file, link: pageAddress(source.file) }),
      },
    ],
    rows: linesOf(record),
    frozenColumns: 1,
  };
}

async function* linesOf(record: RoundRecord): AsyncGenerator<Line> {
  for await (const document of record.documents()) {
    for (const citation of document.citations) yield { document, citation };
  }
}
