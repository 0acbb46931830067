import type { SoatDocument } from '../../model/document.js';
import { type Weight, weightOf, weightOrder } from '../../model/labels.js';
import { pointsAtStake } from '../../model/pointsAtStake.js';
import { agencyNames } from '../agencyNames.js';
import type { PagePicture } from '../PagePicture.js';
import type { RoundRecord } from '../RoundRecord.js';
import { resultFile } from '../resultNames.js';
import { batchFlagsOf, criteriaAsked, withBatchFlags } from '../summarise.js';
import { printDate, printNumber, sayIn, statusName, weightName } from '../words.js';
import { documentScript } from './documentScript.js';
import { checksTable, citationsTable, scoresTable, unreadList } from './documentTables.js';
import { batchFlagCard, flagCard } from './flagCard.js';
import { type Html, html } from './html.js';
import { pageOf } from './page.js';
import { pageFigure } from './pageFigure.js';

/** A report in one offline page: its findings beside the pages that they quote. */
export function documentPage(
  record: RoundRecord,
  document: SoatDocument,
  pictures: ReadonlyMap<number, PagePicture>,
): string {
  const { language } = record;
  const say = sayIn(language);
  const { report, source } = document;
  const name = agencyNames(record.batch)(document) ?? source.file;
  const fromRoot = '../'.repeat(resultFile(source.file, '.html').split('/').length - 1);
  const facts = [
    report.title,
    report.number === null ? null : `${say('số', 'no.')} ${report.number}`,
    report.date === null ? null : `${say('ngày', 'dated')} ${printDate(report.date)}`,
  ].filter((fact) => fact !== null);
  const across = batchFlagsOf(document, record.batch);
  const inRound = withBatchFlags(document, record.batch);
  const body = html`<header class="top"><a href="${fromRoot}index.html">← ${say('Danh sách các đơn vị', 'All agencies')}</a>
<h1>${name}</h1><p>${facts.join(' · ')}</p><p>${say('Tệp', 'File')}: ${source.file} · ${statusName(document.status, language)}</p></header>
<main>
${tiles(record, document, pointsAtStake(inRound))}
${unreadList(record, document)}
<div class="reading">
<section aria-labelledby="findings"><h2 id="findings">${say('Những điểm cần hỏi lại', 'What to ask')}</h2>
<p class="note">${say('Mỗi điểm là một câu hỏi để đối chiếu với đơn vị, không phải kết luận. Bấm vào một điểm để xem chỗ trích trên trang.', 'Each is a question to put to the agency, not a verdict. Click one to see its place on the page.')}</p>
${filters(record, document)}
${findings(record, document)}
${across.length === 0 ? null : html`<h2>${say('Khi đối chiếu với đơn vị khác', 'Compared with other agencies')}</h2>${across.map((flag) => batchFlagCard(record, flag, fromRoot))}`}
${scoresTable(record, document, criteriaAsked(inRound))}
${checksTable(record, document)}
${citationsTable(record, document)}
</section>
<section class="pages" aria-labelledby="pages" tabindex="0"><h2 id="pages">${say('Trang báo cáo', 'Pages')}</h2>
${pictured(record, document, pictures)}
</section>
</div>
</main>
<footer>Soát ${document.version} · ${say('bộ chỉ số', 'pipeline')} ${document.pipeline} · SHA-256 ${source.sha256}</footer>`;
  return pageOf({ title: `${name} – Soát`, language, script: documentScript, body });
}

function tiles({ language }: RoundRecord, document: SoatDocument, atStake: number): Html {
  const say = sayIn(language);
  const total = document.scores.find(({ criterion }) => criterion === 'total')?.claimed;
  const tile = (value: string, label: string) => html`<li><b>${value}</b><span>${label}</span></li>`;
  return html`<ul class="tiles">${[
    tile(total === undefined ? '–' : printNumber(total, language), say('điểm tự chấm', 'points claimed')),
    tile(printNumber(atStake, language), say('điểm cần xem lại', 'points in question')),
    ...weightOrder.map((weight) => tile(String(flagsOf(document, weight).length), weightName(weight, language))),
  ]}</ul>`;
}

function filters({ language }: RoundRecord, document: SoatDocument): Html | null {
  const present = weightOrder.filter((weight) => flagsOf(document, weight).length > 0);
  if (present.length < 2) return null;
  return html`<div class="filters">${present.map((weight) => html`<label class="check"><input type="checkbox" value="${weight}" checked> ${weightName(weight, language)}</label>`)}</div>`;
}

function findings(record: RoundRecord, document: SoatDocument): Html {
  const say = sayIn(record.language);
  if (document.status === 'failed')
    return html`<p>${say('Tệp chưa đọc được nên chưa kiểm tra gì.', 'The file was not read, so nothing was checked.')}</p>`;
  if (document.flags.length === 0)
    return html`<p class="ok">${say('Chưa thấy điểm nào cần hỏi.', 'Nothing to ask was found.')}</p>`;
  return html`${weightOrder.flatMap((weight) => flagsOf(document, weight)).map((flag) => flagCard(record, document, flag))}`;
}

function pictured(record: RoundRecord, document: SoatDocument, pictures: ReadonlyMap<number, PagePicture>): Html {
  const say = sayIn(record.language);
  const figures = [...pictures]
    .sort(([left], [right]) => left - right)
    .map(([number, picture]) => pageFigure(document, number, picture, say));
  const note =
    figures.length === 0
      ? say('Tệp này không kèm ảnh trang.', 'This file holds no pictures of pages.')
      : say('Chỉ kèm những trang có chỗ trích hoặc chỗ chưa đọc được.', 'Pages that are quoted, or not read in full.');
  return html`<p class="note">${note}</p>${figures}`;
}

function flagsOf({ flags }: SoatDocument, weight: Weight): SoatDocument['flags'] {
  return flags.filter((flag) => weightOf(flag) === weight);
}
