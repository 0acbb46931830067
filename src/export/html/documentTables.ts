import type { SoatDocument } from '../../model/document.js';
import { type RoundRecord, ruleTitle } from '../RoundRecord.js';
import { unreadInk, unreadPart } from '../unreadWords.js';
import { printDate, printNumber, sayIn } from '../words.js';
import { type Html, html } from './html.js';

/** The claims as stated, those that a finding asks about marked. */
export function scoresTable(
  { criteria, language }: RoundRecord,
  { scores }: SoatDocument,
  asked: ReadonlySet<string>,
): Html | null {
  if (scores.length === 0) return null;
  const say = sayIn(language);
  const names = new Map(criteria.map(({ id, name }) => [id, name]));
  const rows = scores.map(
    ({ criterion, claimed, max, page }) =>
      html`<tr><td>${criterion === 'total' ? say('Tổng', 'Total') : criterion}</td><td>${names.get(criterion) ?? ''}</td><td class="number${asked.has(criterion) ? ' asked' : ''}">${printNumber(claimed, language)}</td><td class="number">${max === null ? '' : printNumber(max, language)}</td><td class="number">${page}</td></tr>`,
  );
  return html`<h2>${say('Điểm tự chấm ghi trong báo cáo', 'Points as stated')}</h2>
${tableOf([say('Tiêu chí', 'Criterion'), say('Nội dung', 'Name'), say('Tự chấm', 'Claimed'), say('Tối đa', 'Maximum'), say('Trang', 'Page')], rows, [2, 3, 4])}`;
}

/** What every rule looked at: how often it found things in order, and how often not. */
export function checksTable(record: RoundRecord, { checks }: SoatDocument): Html | null {
  if (checks.length === 0) return null;
  const say = sayIn(record.language);
  const count = (value: number) =>
    html`<td class="number${value > 0 ? ' some' : ''}">${value === 0 ? '–' : value}</td>`;
  const rows = checks.map(
    ({ rule, pass, fail, cannotJudge, notApplicable }) =>
      html`<tr><td>${ruleTitle(record, rule)} <code>${rule}</code></td>${[pass, fail, cannotJudge, notApplicable].map(count)}</tr>`,
  );
  const heads = [
    say('Đã kiểm tra', 'Checked'),
    say('Đúng', 'In order'),
    say('Cần hỏi', 'To ask'),
    say('Chưa kết luận được', 'Cannot judge'),
    say('Không áp dụng', 'Not applicable'),
  ];
  return html`<details><summary>${say('Đã kiểm tra những gì', 'What was checked')}</summary>${tableOf(heads, rows, [1, 2, 3, 4])}</details>`;
}

/** Every document that the report cites. */
export function citationsTable({ language }: RoundRecord, { citations }: SoatDocument): Html | null {
  if (citations.length === 0) return null;
  const say = sayIn(language);
  const rows = citations.map(({ full, refersTo, date, text, section, page }) => {
    const day = date ?? refersTo?.date ?? null;
    return html`<tr><td>${full ?? refersTo?.full ?? ''}</td><td>${day === null ? '' : printDate(day)}</td><td>${text}</td><td>${section ?? ''}</td><td class="number">${page}</td></tr>`;
  });
  const heads = [
    say('Số, ký hiệu', 'Number and symbol'),
    say('Ngày', 'Date'),
    say('Nguyên văn', 'As printed'),
    say('Mục', 'Section'),
    say('Trang', 'Page'),
  ];
  return html`<details><summary>${say('Văn bản được viện dẫn', 'Documents cited')} (${citations.length})</summary>${tableOf(heads, rows, [4])}</details>`;
}

/** What was not read, with the next step; null where all was. */
export function unreadList({ language }: RoundRecord, { errors, report, pages }: SoatDocument): Html | null {
  const say = sayIn(language);
  const at = (page: number | undefined) => (page === undefined ? '' : `${say('Trang', 'Page')} ${page}: `);
  const lines = [
    ...errors.map(({ page, message, code }) => html`<li>${at(page)}${message} <code>${code}</code></li>`),
    ...report.unread.map((part) => html`<li>${unreadPart(part, language)}</li>`),
    ...pages.flatMap(({ number, unread }) =>
      unread.length === 0 ? [] : [html`<li>${at(number)}${unreadInk(unread.length, language)}</li>`],
    ),
  ];
  return lines.length === 0
    ? null
    : html`<h2>${say('Những chỗ chưa đọc được', 'What was not read')}</h2><ul>${lines}</ul>`;
}

/** @param numbers columns of numbers, from 0 */
export function tableOf(heads: readonly string[], rows: readonly Html[], numbers: readonly number[]): Html {
  return html`<div class="scroll" tabindex="0"><table><thead><tr>${heads.map((head, index) => html`<th scope="col"${numbers.includes(index) ? html` class="number"` : null}>${head}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`;
}
