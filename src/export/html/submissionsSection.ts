import { doubtfulMatches, howToConfirm } from '../../model/doubtfulMatches.js';
import type { RoundRecord } from '../RoundRecord.js';
import { submissionWords } from '../submissionWords.js';
import { sayIn } from '../words.js';
import { type Html, html } from './html.js';

/** Who handed in what otherwise than in order, and whose files are unclear; null where all is in order. */
export function submissionsSection(record: RoundRecord): Html | null {
  const { batch, language } = record;
  const say = sayIn(language);
  const byWords = new Map<string, string[]>();
  for (const agency of batch.agencies) {
    const words = submissionWords(agency, record);
    const name = agency.name ?? agency.report ?? agency.attachments[0] ?? '';
    if (words !== '') byWords.set(words, [...(byWords.get(words) ?? []), name]);
  }
  const doubtful = doubtfulMatches(batch);
  if (byWords.size + doubtful.length === 0) return null;
  const lists = [...byWords].map(
    ([words, names]) => html`<li><b>${words} (${new Set(names).size})</b>: ${[...new Set(names)].join('; ')}</li>`,
  );
  const asked = doubtful.map(
    ({ file, agencies }) => html`<li>${file} – ${say('có thể của', 'may be of')} ${agencies.join('; ')}</li>`,
  );
  return html`<h2>${say('Tình hình nộp báo cáo', 'Who handed in what')}</h2>
<ul>${lists}</ul>
${asked.length === 0 ? null : html`<p><b>${say('Cần xác định của cơ quan nào', 'Whose these are has to be said')}</b></p><ul>${asked}</ul><p class="note">${howToConfirm[language]}</p>`}`;
}
