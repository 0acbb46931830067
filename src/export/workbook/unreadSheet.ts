import { agencyNames } from '../agencyNames.js';
import type { RoundRecord } from '../RoundRecord.js';
import { unreadInk, unreadPart } from '../unreadWords.js';
import { sayIn } from '../words.js';
import type { Sheet } from './writeSheet.js';

interface Line {
  readonly file: string;
  readonly agency: string | null;
  readonly page: number | null;
  readonly code: string;
  readonly message: string;
  readonly retryable: boolean | null;
}

/** What was not read, and what to do next: whole files, pages, patches of a page, parts of the letterhead. */
export function unreadSheet(record: RoundRecord): Sheet<Line> {
  const say = sayIn(record.language);
  return {
    name: say('Lỗi đọc', 'Not read'),
    title: say('NHỮNG CHỖ CHƯA ĐỌC ĐƯỢC VÀ BƯỚC TIẾP THEO', 'WHAT WAS NOT READ, AND WHAT TO DO NEXT'),
    notes: [
      say(
        'Quy tắc cần đến những chỗ này trả lời “chưa kết luận được”, không coi là thiếu.',
        'Rules that needed these places answer “cannot judge”; nothing is taken as missing.',
      ),
    ],
    columns: [
      { head: say('Tệp', 'File'), width: 36, style: 'text', value: ({ file }) => file },
      { head: say('Cơ quan, đơn vị', 'Agency'), width: 30, style: 'text', value: ({ agency }) => agency },
      { head: say('Trang', 'Page'), width: 8, style: 'count', value: ({ page }) => page },
      { head: say('Mã', 'Code'), width: 22, style: 'text', value: ({ code }) => code },
      {
        head: say('Chuyện gì, làm gì tiếp', 'What happened, what next'),
        width: 80,
        style: 'text',
        value: ({ message }) => message,
      },
      {
        head: say('Chạy lại có thể khỏi', 'Run again may help'),
        width: 12,
        style: 'label',
        value: ({ retryable }) => (retryable === null ? null : retryable ? say('Có', 'Yes') : say('Không', 'No')),
      },
    ],
    rows: linesOf(record),
    whenEmpty: say('Mọi tệp, mọi trang đều đọc được.', 'Every file and every page was read.'),
  };
}

async function* linesOf(record: RoundRecord): AsyncGenerator<Line> {
  for (const failure of record.batch.failures) yield { ...failure, agency: null, page: null };
  const nameOf = agencyNames(record.batch);
  for await (const document of record.documents()) {
    const { source, report, status, errors, pages } = document;
    const of = { file: source.file, agency: nameOf(document) };
    for (const { code, page, message, retryable } of errors) {
      // What made a whole file fail stands among the round's failures.
      if (page !== undefined || status !== 'failed') yield { ...of, page: page ?? null, code, message, retryable };
    }
    for (const part of report.unread) {
      yield { ...of, page: null, code: `unread-${part}`, message: unreadPart(part, record.language), retryable: null };
    }
    for (const { number, unread } of pages) {
      if (unread.length === 0) continue;
      const message = unreadInk(unread.length, record.language);
      yield { ...of, page: number, code: 'unread-ink', message, retryable: null };
    }
  }
}
