import type { BatchFlag } from '../../model/batch.js';
import type { Flag, SoatDocument } from '../../model/document.js';
import { weightOf } from '../../model/labels.js';
import { pointsOfFlag } from '../../model/pointsAtStake.js';
import { pagesIn } from '../agencyNames.js';
import { type RoundRecord, ruleTitle } from '../RoundRecord.js';
import { anchorOf, pageAddress } from '../resultNames.js';
import { printNumber, sayIn, subjectName, weightName } from '../words.js';
import { type Html, html } from './html.js';

/** One finding: what to ask, the arithmetic, the words it rests on and where they stand. */
export function flagCard(record: RoundRecord, document: SoatDocument, flag: Flag): Html {
  const { language } = record;
  const say = sayIn(language);
  const points = pointsOfFlag(document, flag);
  const about = [
    subjectName(flag.subject, language),
    ...(points === null ? [] : [`${say('điểm liên quan', 'points')}: ${printNumber(points, language)}`]),
    ...(flag.confidence < 1 ? [`${say('độ chắc khi đọc', 'reading')}: ${Math.round(flag.confidence * 100)}%`] : []),
  ];
  return html`<article class="flag ${weightOf(flag)}" id="${anchorOf(flag.fingerprint)}">
${headOf(record, flag)}
<div class="about">${about.join(' · ')}</div>
<p>${flag.message[language]}</p>
${flag.evidence.map(({ text, page }) => html`<blockquote>“${text}” <a href="#page-${page}">${say('trang', 'page')} ${page}</a></blockquote>`)}
</article>`;
}

/** A finding between agencies: the passages side by side, each with a way to its page. */
export function batchFlagCard(record: RoundRecord, flag: BatchFlag, fromRoot: string): Html {
  const { language } = record;
  const say = sayIn(language);
  const hasPage = pagesIn(record.batch);
  const agencies = flag.with === null ? flag.agency : `${flag.agency} – ${flag.with}`;
  return html`<article class="flag ${weightOf(flag)}">
${headOf(record, flag)}
<div class="about">${agencies} · ${subjectName(flag.subject, language)}</div>
<p>${flag.message[language]}</p>
<div class="sides">${flag.evidence.map(({ file, text, page }) => {
    const place = `${file}, ${say('trang', 'page')} ${page}`;
    const address = `${fromRoot}${pageAddress(file)}#page-${page}`;
    return html`<blockquote>“${text}” ${hasPage(file) ? html`<a href="${address}">${place}</a>` : html`<small>${place}</small>`}</blockquote>`;
  })}</div>
</article>`;
}

function headOf(record: RoundRecord, flag: Flag): Html {
  return html`<header><span class="tag">${weightName(weightOf(flag), record.language)}</span><h3>${ruleTitle(record, flag.rule)}</h3><code>${flag.rule}</code></header>`;
}
