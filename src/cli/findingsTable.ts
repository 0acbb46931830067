import Table from 'cli-table3';
import type { Language } from '../model/bilingual.js';
import type { Failure, Flag, SoatDocument } from '../model/document.js';
import { errorKinds } from '../model/errors.js';
import { weightNames, weightOf, weightOrder } from '../model/labels.js';
import { text } from './texts.js';
import { wrapWords } from './wrapWords.js';

/** Spaces that the table library puts around a cell's text. */
const cellPadding = 2;
const pageWidth = 7;

/** One document's head line, what could not be read, and its flags by severity. */
export function findingsTable(document: SoatDocument, language: Language, width: number): string {
  const lines = [headOf(document, language)];
  for (const failure of document.errors) {
    const { code, page } = failure;
    const place = page === undefined ? '' : ` · ${text('page', language)} ${page}`;
    lines.push(`  ${code}${place}: ${messageOf(failure, language)}`);
  }
  if (document.notes.includes('no-rubric-for-year')) {
    lines.push(`  ${text('noRubricForYear', language)} ${document.pipeline}.`);
  }
  if (document.status === 'failed') return lines.join('\n');
  if (document.submitted.length > 0) lines.push(`  ${handedInOf(document, language)}`);
  if (document.flags.length === 0) lines.push(`  ${text('noFindings', language)}`);
  for (const weight of weightOrder) {
    const flags = document.flags.filter((flag) => weightOf(flag) === weight);
    const title = weightNames[weight][language].toLocaleUpperCase(language);
    if (flags.length > 0) lines.push(`  ${title} (${flags.length})`, tableOf(flags, language, width));
  }
  return lines.join('\n');
}

/** How many of the documents cited as evidence were handed in. */
function handedInOf({ submitted }: SoatDocument, language: Language): string {
  const count = (result: SoatDocument['submitted'][number]['result']) =>
    submitted.filter((one) => one.result === result).length;
  const parts = [
    `${count('submitted')} ${text('handedIn', language)}`,
    `${count('differs')} ${text('handedInDiffering', language)}`,
    `${count('not-submitted')} ${text('notHandedIn', language)}`,
    `${count('cannot-tell')} ${text('cannotTell', language)}`,
  ];
  return `${text('citedEvidence', language)}: ${submitted.length} · ${parts.join(' · ')}`;
}

/** Files hold the Vietnamese message; what stands behind it (a limit, a name) is the same in both languages. */
function messageOf({ code, message }: Failure, language: Language): string {
  const { vi, [language]: spoken } = errorKinds[code].message;
  return message.startsWith(vi) ? spoken + message.slice(vi.length) : message;
}

function headOf({ source, report, status }: SoatDocument, language: Language): string {
  const identity = [report.agency, report.number, report.year].filter((part) => part !== null).join(', ');
  const state = status === 'complete' ? '' : ` [${text(status, language)}]`;
  return `${source.file}${identity === '' ? '' : ` — ${identity}`}${state}`;
}

function tableOf(flags: readonly Flag[], language: Language, width: number): string {
  const ruleWidth = Math.max(...flags.map((flag) => Math.max(flag.rule.length, flag.subject.length)), 8) + cellPadding;
  const findingWidth = Math.max(width - pageWidth - ruleWidth - 6, 30);
  const table = new Table({
    head: [text('page', language), text('rule', language), text('finding', language)],
    colWidths: [pageWidth, ruleWidth, findingWidth],
    style: { head: [], border: [], compact: true },
  });
  for (const [index, flag] of flags.entries()) {
    if (index > 0) table.push(['', '', '']);
    table.push(...rowsOf(flag, language, findingWidth - cellPadding));
  }
  return table.toString().replace(/^/gm, '  ');
}

/** A row for each line: the table library measures a cell of several lines anew for every character of it. */
function rowsOf(flag: Flag, language: Language, width: number): string[][] {
  const columns = [
    [String(flag.evidence[0]?.page ?? '')],
    [flag.rule, flag.subject],
    wrapWords(`${flag.message[language]}${quotationOf(flag)}`, width).split('\n'),
  ];
  const height = Math.max(...columns.map((lines) => lines.length));
  return Array.from({ length: height }, (_, row) => columns.map((lines) => lines[row] ?? ''));
}

function quotationOf(flag: Flag): string {
  const quotation = flag.evidence[0]?.text;
  return quotation === undefined ? '' : `\n“${quotation}”`;
}
