import { describe, expect, it } from 'vitest';
import { documentOf, flagOf } from '../../test/support/document.js';
import { errorKinds } from '../model/errors.js';
import { findingsTable } from './findingsTable.js';

describe('findingsTable', () => {
  it('groups flags by severity and sets apart what could not be judged', () => {
    const flags = [
      flagOf({ rule: 'citation/incomplete', severity: 'info' }),
      flagOf(),
      flagOf({ rule: 'citation/future-date', outcome: 'cannot-judge' }),
    ];
    const table = findingsTable(documentOf({ flags }), 'vi', 100);
    const order = ['CHƯA KHỚP HOẶC CHƯA CÓ CĂN CỨ (1)', 'LƯU Ý (1)', 'CHƯA KẾT LUẬN ĐƯỢC (1)'];
    expect(order.map((title) => table.indexOf(title))).toEqual(
      order.map((title) => table.indexOf(title)).sort((left, right) => left - right),
    );
    expect(table).not.toContain('-1');
    expect(table).toContain('Tổng là 99, không phải 100.');
  });

  it('keeps every line within the width', () => {
    const long = 'Điểm tự chấm vượt quá điểm tối đa '.repeat(12);
    const flags = [flagOf({ message: { vi: long, en: long } })];
    const lines = findingsTable(documentOf({ flags }), 'vi', 100).split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  it('says why a file was not read, and nothing of findings', () => {
    const failed = documentOf({
      status: 'failed',
      errors: [{ code: 'empty', message: 'Tệp rỗng.', retryable: false }],
    });
    const table = findingsTable(failed, 'vi', 100);
    expect(table).toContain('empty: Tệp rỗng.');
    expect(table).not.toContain('Không có điểm nào cần hỏi');
  });

  it('says in the language asked for why a page was not read, with the limit behind it', () => {
    const message = `${errorKinds['page-too-large'].message.vi} (111111 × 111111)`;
    const partial = documentOf({
      status: 'partial',
      errors: [{ code: 'page-too-large', page: 2, message, retryable: false }],
    });
    expect(findingsTable(partial, 'en', 100)).toContain(
      `page-too-large · Page 2: ${errorKinds['page-too-large'].message.en} (111111 × 111111)`,
    );
  });

  it('says that no rubric fits the year, and which pipeline was used', () => {
    const other = documentOf({ notes: ['no-rubric-for-year'], pipeline: 'pctn-2023' });
    expect(findingsTable(other, 'vi', 100)).toMatch(/Chưa có bộ chỉ số của năm này.*pctn-2023/);
  });
});
