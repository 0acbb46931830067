import { type RoundRecord, ruleTitle } from '../RoundRecord.js';
import { pageAddress } from '../resultNames.js';
import { printNumber, sayIn } from '../words.js';
import { tableOf } from './documentTables.js';
import { type Html, html } from './html.js';

/** Claims shown; the workbook and batch.json hold all. */
const mostShown = 30;

/** The claims to look at first, each with the reason for its place; null where nothing is asked about a claim. */
export function lookFirstTable(record: RoundRecord): Html | null {
  const { batch, criteria, language } = record;
  if (batch.lookFirst.length === 0) return null;
  const say = sayIn(language);
  const names = new Map(criteria.map(({ id, name }) => [id, name]));
  const rows = batch.lookFirst.slice(0, mostShown).map(({ agency, file, criterion, points, rules, why }, index) => {
    const asked = rules.map((rule) => ruleTitle(record, rule)).join('; ');
    return html`<tr><td class="number">${index + 1}</td><td><a href="${pageAddress(file)}"><b>${agency ?? file}</b></a></td><td><b>${criterion}</b> <span class="about">${names.get(criterion) ?? ''}</span></td><td class="number some">${printNumber(points, language)}</td><td>${why[language]}<div class="about">${asked}</div></td></tr>`;
  });
  const heads = [
    say('STT', 'No.'),
    say('Cơ quan, đơn vị', 'Agency'),
    say('Tiêu chí', 'Criterion'),
    say('Điểm đang hỏi', 'Points'),
    say('Vì sao, hỏi gì', 'Why, and what is asked'),
  ];
  const more = batch.lookFirst.length - rows.length;
  return html`<h2>${say('Xem điểm nào trước', 'Which points to look at first')}</h2>
<p class="note">${say('Nhiều điểm đang được hỏi đứng trước; bằng điểm thì mức độ nặng hơn, rồi ít minh chứng hơn đứng trước.', 'Most points in question first; of equal points the graver, then the one with less evidence.')}${more > 0 ? say(` Còn ${more} dòng trong bảng tính.`, ` ${more} more are in the workbook.`) : null}</p>
${tableOf(heads, rows, [0, 3])}`;
}
