import { submissionNames, weightOrder } from '../../model/labels.js';
import { roundCharts } from '../charts/roundCharts.js';
import { svgOf } from '../charts/svgOf.js';
import { type RoundRecord, ruleTitle } from '../RoundRecord.js';
import { pageAddress } from '../resultNames.js';
import type { Summary } from '../summarise.js';
import { printDate, printNumber, sayIn, statusName, weightName } from '../words.js';
import { tableOf } from './documentTables.js';
import { batchFlagCard } from './flagCard.js';
import { type Html, html } from './html.js';
import { indexScript } from './indexScript.js';
import { lookFirstTable } from './lookFirstTable.js';
import { pageOf } from './page.js';
import { submissionsSection } from './submissionsSection.js';

/** Findings of one rule that are shown without a click. */
const mostUnfolded = 5;

/** The round in one offline page: where to look first, charts, comparison, what was not read. */
export function indexPage(record: RoundRecord, summaries: readonly Summary[]): string {
  const { batch, language } = record;
  const say = sayIn(language);
  const title = say(
    'Soát báo cáo tự đánh giá công tác phòng, chống tham nhũng',
    'Self-assessment reports on anti-corruption work',
  );
  const { complete, partial, failed } = batch.counts;
  const body = html`<header class="top"><h1>${title}</h1>
<p>${say('Bộ chỉ số', 'Pipeline')} ${batch.pipeline} · ${printDate(batch.finishedAt.slice(0, 10))} · ${say('đọc đủ', 'read in full')} ${complete}, ${say('đọc một phần', 'in part')} ${partial}, ${say('không đọc được', 'not read')} ${failed}</p></header>
<main>
${tiles(record, summaries)}
<h2>${say('Xem báo cáo nào trước', 'Where to look first')}</h2>
<p class="note">${say('Xếp theo số điểm tự chấm có câu hỏi: báo cáo nêu nhiều điểm mà chưa khớp, chưa có căn cứ hoặc cần giải trình đứng trước. Mỗi phát hiện là một câu hỏi để đối chiếu, không phải kết luận.', 'Sorted by the claimed points in question. Each finding is a question to put to the agency, not a verdict.')}</p>
${agencies(record, summaries)}
<h2>${say('Toàn cảnh', 'Overview')}</h2>
<div class="charts">${roundCharts(record, summaries).map((chart) => html`<figure>${svgOf(chart)}</figure>`)}</div>
${lookFirstTable(record)}
${submissionsSection(record)}
${acrossSection(record)}
${failures(record)}
</main>
<footer>Soát · ${say('Mở được khi không có mạng; không gửi gì đi đâu.', 'Opens without a network; sends nothing anywhere.')}</footer>`;
  return pageOf({ title: `${title} – Soát`, language, script: indexScript, body });
}

function tiles({ batch, language }: RoundRecord, summaries: readonly Summary[]): Html {
  const say = sayIn(language);
  const absent = batch.agencies.filter(({ report }) => report === null).length;
  const atStake = summaries.reduce((sum, summary) => sum + summary.atStake, 0);
  const tile = (value: string, label: string) => html`<li><b>${value}</b><span>${label}</span></li>`;
  return html`<ul class="tiles">${[
    tile(String(summaries.length), say('báo cáo', 'reports')),
    ...(absent === 0 ? [] : [tile(String(absent), say('đơn vị chưa thấy báo cáo', 'agencies without a report'))]),
    tile(printNumber(atStake, language), say('điểm cần xem lại', 'points in question')),
    ...weightOrder.map((weight) =>
      tile(String(summaries.reduce((sum, { flags }) => sum + flags[weight], 0)), weightName(weight, language)),
    ),
    tile(String(batch.flags.length), say('đối chiếu giữa các đơn vị', 'between agencies')),
  ]}</ul>`;
}

function agencies({ batch, language }: RoundRecord, summaries: readonly Summary[]): Html {
  const say = sayIn(language);
  const states = (['complete', 'partial', 'failed'] as const).filter((state) =>
    summaries.some(({ status }) => status === state),
  );
  const absent = batch.agencies.filter(({ report }) => report === null);
  const heads = [
    say('Cơ quan, đơn vị', 'Agency'),
    say('Điểm tự chấm', 'Claimed'),
    say('Điểm cần xem lại', 'In question'),
    ...weightOrder.map((weight) => weightName(weight, language)),
    say('Đối chiếu', 'Between agencies'),
    say('Tình trạng', 'State'),
  ];
  return html`<div class="filters no-print">
<label>${say('Tìm (không cần dấu)', 'Search')}<input type="search" id="search"></label>
<label>${say('Tình trạng', 'State')}<select id="state"><option value="">${say('Tất cả', 'All')}</option>${states.map((state) => html`<option value="${state}">${statusName(state, language)}</option>`)}</select></label>
<label class="check"><input type="checkbox" id="asked"> ${say('Chỉ đơn vị có câu hỏi', 'Only those with questions')}</label>
<span class="note" role="status">${say('Đang hiện', 'Shown')}: <b id="shown">${summaries.length + absent.length}</b></span></div>
<div class="scroll" tabindex="0"><table id="agencies"><thead><tr>${heads.map((head, index) => html`<th scope="col" class="${index > 0 && index < heads.length - 1 ? 'number' : ''}"><button type="button">${head}</button></th>`)}</tr></thead>
<tbody>${summaries.map((summary) => rowOf(summary, language))}${absent.map((agency) => {
    const called = agency.name ?? agency.abbreviation ?? agency.attachments[0] ?? '';
    return html`<tr data-state="absent" data-asked="1"><td>${called}</td>${heads.slice(2).map(() => html`<td class="number">–</td>`)}<td><b>${submissionNames[agency.status][language]}</b></td></tr>`;
  })}</tbody></table></div>`;
}

function rowOf(summary: Summary, language: RoundRecord['language']): Html {
  const { agency, file, number, date, claimed, atStake, flags, batchFlags, status } = summary;
  const identity = [number, date === null ? null : printDate(date), agency === null ? null : file];
  const count = (value: number) =>
    html`<td class="number${value > 0 ? ' some' : ''}" data-value="${value}">${value === 0 ? '–' : value}</td>`;
  const points = (value: number | null) =>
    html`<td class="number" data-value="${value ?? -1}">${value === null ? '–' : printNumber(value, language)}</td>`;
  const asked = weightOrder.reduce((sum, weight) => sum + flags[weight], batchFlags);
  return html`<tr data-state="${status}" data-asked="${asked}"><td><a href="${pageAddress(file)}"><b>${agency ?? file}</b></a><div class="about">${identity.filter((one) => one !== null).join(' · ')}</div></td>${points(claimed)}${points(atStake)}${weightOrder.map((weight) => count(flags[weight]))}${count(batchFlags)}<td>${statusName(status, language)}</td></tr>
`;
}

/** What the comparison asks, rule by rule; long lists are folded. Who sent nothing stands in a list of its own. */
function acrossSection(record: RoundRecord): Html | null {
  const say = sayIn(record.language);
  const flags = record.batch.flags.filter(({ rule, file }) => rule !== 'batch/missing-agency' || file !== null);
  if (flags.length === 0) return null;
  const rules = [...new Set(flags.map(({ rule }) => rule))];
  return html`<h2>${say('Đối chiếu giữa các đơn vị', 'Between agencies')}</h2>
${rules.map((rule) => {
  const same = flags.filter((flag) => flag.rule === rule);
  const open = same.length <= mostUnfolded ? html` open` : null;
  return html`<details${open}><summary>${ruleTitle(record, rule)} (${same.length})</summary>${same.map((flag) => batchFlagCard(record, flag, ''))}</details>`;
})}`;
}

function failures({ batch, language }: RoundRecord): Html | null {
  if (batch.failures.length === 0) return null;
  const say = sayIn(language);
  const rows = batch.failures.map(
    ({ file, code, message }) => html`<tr><td>${file}</td><td>${message} <code>${code}</code></td></tr>`,
  );
  return html`<h2>${say('Tệp và thư mục chưa đọc được', 'Files and folders that were not read')}</h2>
${tableOf([say('Tên', 'Name'), say('Chuyện gì, làm gì tiếp', 'What happened, what next')], rows, [])}`;
}
