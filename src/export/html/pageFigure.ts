import type { SoatDocument } from '../../model/document.js';
import type { PageBox } from '../../model/geometry.js';
import { type Weight, weightOf } from '../../model/labels.js';
import type { PagePicture } from '../PagePicture.js';
import { anchorOf } from '../resultNames.js';
import type { Say } from '../words.js';
import { type Html, html } from './html.js';

/** A page's picture with a box over every word that a finding quotes, and over ink that could not be read. */
export function pageFigure(document: SoatDocument, number: number, picture: PagePicture, say: Say): Html {
  const page = document.pages.find((one) => one.number === number);
  const quoted = document.flags.flatMap((flag) =>
    flag.evidence.flatMap(({ boxes }) =>
      boxes.filter((one) => one.page === number).map((one) => markOf(one, weightOf(flag), anchorOf(flag.fingerprint))),
    ),
  );
  const unread = (page?.unread ?? []).map(({ box }) => markOf({ page: number, box }, 'unread', ''));
  const label = `${say('Trang', 'Page')} ${number} / ${document.source.pages}`;
  const size = page === undefined ? null : html` width="${page.width}" height="${page.height}"`;
  return html`<figure class="page" id="page-${number}">
<figcaption>${label}${page === undefined ? null : ` · ${originOf(page.origin, say)}`}</figcaption>
<div class="sheet"><img alt="${label}"${size} src="data:${picture.mime};base64,${Buffer.from(picture.bytes).toString('base64')}"><svg class="marks" viewBox="0 0 1000 1000" preserveAspectRatio="none" aria-hidden="true">${quoted}${unread}</svg></div>
</figure>`;
}

/** Room around the words, in thousandths of the page. */
const air = 2;

function markOf({ box: [left, top, right, bottom] }: PageBox, kind: Weight | 'unread', anchor: string): Html {
  const place = (value: number) => Math.round(value * 10_000) / 10;
  return html`<rect class="mark ${kind}" data-flag="${anchor}" vector-effect="non-scaling-stroke" x="${place(left) - air}" y="${place(top) - air}" width="${place(right - left) + 2 * air}" height="${place(bottom - top) + 2 * air}"/>`;
}

function originOf(origin: SoatDocument['pages'][number]['origin'], say: Say): string {
  switch (origin) {
    case 'text':
      return say('có sẵn chữ trong tệp', 'text of the file');
    case 'ocr':
      return say('nhận dạng từ ảnh quét', 'recognised from the scan');
    case 'blank':
      return say('trang trắng', 'blank');
    case 'failed':
      return say('không đọc được', 'could not be read');
  }
}
