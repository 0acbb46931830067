import Table from 'cli-table3';
import type { SoatBatch } from '../model/batch.js';
import type { Language } from '../model/bilingual.js';
import { doubtfulMatches, howToConfirm } from '../model/doubtfulMatches.js';
import { lateName, submissionNames } from '../model/labels.js';
import { text } from './texts.js';

/** Claims named in the terminal; all stand in batch.json. */
const mostNamed = 10;

/** What a round says of its agencies: who owes, who is asked what beside the others, what to look at first. Empty for one report. */
export function roundTable({ agencies, flags, lookFirst }: SoatBatch, language: Language, width: number): string {
  if (agencies.length < 2 && flags.length === 0) return '';
  const named = (label: string, some: readonly { readonly name: string | null; readonly report: string | null }[]) =>
    some.length === 0 ? [] : [`  ${label}: ${[...new Set(some.map(({ name, report }) => name ?? report))].join(', ')}`];
  const withStatus = (status: 'missing' | 'double' | 'other-year') =>
    named(
      submissionNames[status][language],
      agencies.filter((agency) => agency.status === status),
    );
  const hasList = agencies.some(({ listed }) => listed);
  const lines = [
    ...withStatus('missing'),
    ...withStatus('double'),
    ...withStatus('other-year'),
    ...named(
      lateName[language],
      agencies.filter(({ late }) => late),
    ),
    ...named(
      text('unlisted', language),
      agencies.filter(({ listed }) => hasList && !listed),
    ),
    ...undecided({ agencies }, language),
    ...(flags.length === 0 ? [] : [tableOf(flags, language, width)]),
  ];
  const first = lookFirst
    .slice(0, mostNamed)
    .map(
      ({ agency, file, criterion, why }, place) => `  ${place + 1}. ${agency ?? file} · ${criterion}: ${why[language]}`,
    );
  return [
    ...(lines.length === 0 ? [] : [text('round', language), ...lines]),
    ...(first.length === 0 ? [] : [text('lookFirst', language), ...first]),
  ].join('\n');
}

/** Each file of which nobody knows whose it is, and how to say it. */
function undecided(batch: Pick<SoatBatch, 'agencies'>, language: Language): readonly string[] {
  const doubtful = doubtfulMatches(batch);
  if (doubtful.length === 0) return [];
  const lines = doubtful.map(
    ({ file, agencies }) => `    ${file} – ${text('perhaps', language)} ${agencies.join('; ')}`,
  );
  return [`  ${text('undecided', language)}:`, ...lines, `    ${howToConfirm[language]}`];
}

function tableOf(flags: SoatBatch['flags'], language: Language, width: number): string {
  const ruleWidth = Math.max(...flags.map(({ rule, subject }) => Math.max(rule.length, subject.length))) + 2;
  const agencyWidth = Math.min(28, Math.max(...flags.map(({ agency }) => agency.length)) + 2);
  const table = new Table({
    head: [text('agency', language), text('rule', language), text('finding', language)],
    colWidths: [agencyWidth, ruleWidth, Math.max(width - agencyWidth - ruleWidth - 6, 30)],
    wordWrap: true,
    style: { head: [], border: [], compact: flags.length > 12 },
  });
  for (const { agency, rule, subject, message, evidence } of flags) {
    const quotations = evidence.slice(0, 2).map(({ file, page, text: words }) => `\n${file}, ${page}: “${words}”`);
    table.push([agency, `${rule}\n${subject}`, `${message[language]}${quotations.join('')}`]);
  }
  return table.toString().replace(/^/gm, '  ');
}
