import { matchAgencies } from '../../src/audit/matchAgencies.js';
import type { BatchFlag } from '../../src/model/batch.js';
import type { Attachment, Comparable, ListedAgency, RoundReport, RoundRule } from '../../src/model/round.js';
import { loadPipeline } from '../../src/pipeline/loadPipeline.js';
import { quoted, RoundEvaluation } from '../../src/rules/RoundEvaluation.js';
import { comparableOf } from '../../src/rules/shared/round/comparableOf.js';
import { factsOf } from './evaluate.js';
import { reportText } from './reportText.js';

/** A report of a round as a test gives it. */
export interface GivenReport {
  readonly agency: string;
  readonly abbreviation: string;
  readonly year?: number;
  readonly body: string;
  /** Default: named as the agency. */
  readonly folder?: string;
  readonly attachments?: readonly Attachment[];
}

export interface GivenRound {
  readonly reports: readonly GivenReport[];
  readonly list?: readonly ListedAgency[];
}

const year = 2023;

const { pipeline, registry } = loadPipeline('pctn-2023');

/** What a round needs to know of a report that is given as plain text. */
export function comparableOfGiven(given: Pick<GivenReport, 'agency' | 'abbreviation' | 'year' | 'body'>): Comparable {
  return comparableOf({ facts: factsOf(textOf(given)), pipeline, registry, attachments: [] });
}

/** What one rule says of a round whose reports are given as plain text; reports on another year than 2023 are earlier ones. */
export function compare(rule: RoundRule, { reports, list }: GivenRound): readonly BatchFlag[] {
  const comparables = reports.map((given, index) => ({
    file: `${index + 1}.pdf`,
    given,
    comparable: comparableOfGiven(given),
  }));
  const { agencies, agencyOf } = matchAgencies(
    comparables.map(({ file, given, comparable }) => ({
      file,
      sha256: file,
      folder: given.folder ?? given.agency,
      identity: comparable.identity,
      readable: true,
    })),
    { list: list ?? null, year, filedBy: null, vocabulary: pipeline.vocabulary.round },
  );
  const made = comparables.map(({ file, given, comparable }): RoundReport => {
    const agency = agencyOf.get(file);
    if (agency === undefined) throw new Error(`no agency for ${file}`);
    return { ...comparable, ...agency, file, attachments: given.attachments ?? [] };
  });
  const evaluation = new RoundEvaluation(pipeline, [rule]);
  for (const report of made) if (report.identity.year !== year) evaluation.addEarlier(report);
  for (const report of made) if (report.identity.year === year) evaluation.add(report);
  const quotations = new Map(made.map((report) => [report.file, report.quotations]));
  return evaluation
    .flags({ year, agencies })
    .map((flag) => quoted(flag, (file, place) => quotations.get(file)?.[place]));
}

/** `subject @ agency` of every flag, in order of subject and agency. */
export function asked(flags: readonly BatchFlag[], outcome: BatchFlag['outcome'] = 'fail'): readonly string[] {
  return flags
    .filter((flag) => flag.outcome === outcome)
    .map(({ subject, agency }) => `${subject} @ ${agency}`)
    .sort();
}

/**
 * A round in an example of a rule's page: `=== Sở Y tế (SYT)` opens a report, `=== Sở Y tế (SYT) 2022` one of an earlier
 * year; `Danh sách: …` names who owes one; `Kèm theo: FILE` (with a number and date where it has them) is an attachment.
 */
export function roundIn(example: string): GivenRound {
  const [head = '', ...parts] = example.split(/^=== /m);
  const listed = /^Danh sách: (.+)$/m.exec(head)?.[1];
  const list = listed?.split('; ').map(
    (name): ListedAgency => ({
      name,
      abbreviation: null,
      kind: null,
      superior: null,
      otherNames: [],
      files: [],
    }),
  );
  return { reports: parts.map(reportIn), ...(list === undefined ? {} : { list }) };
}

function reportIn(part: string): GivenReport {
  const [title = '', ...lines] = part.split('\n');
  const [, agency = '', abbreviation = '', of] = /^(.+?) \((\p{Lu}+)\)(?: (\d{4}))?$/u.exec(title.trim()) ?? [];
  const attached = lines.filter((line) => line.startsWith('Kèm theo: '));
  return {
    agency,
    abbreviation,
    ...(of === undefined ? {} : { year: Number(of) }),
    body: lines.filter((line) => !attached.includes(line)).join('\n'),
    attachments: attached.map(attachmentIn),
  };
}

/** The same file name stands for the same bytes. */
function attachmentIn(line: string): Attachment {
  const [, file = '', number, day, month, year] =
    /^Kèm theo: (\S+)(?: (\S+) ngày (\d+)\/(\d+)\/(\d+))?/.exec(line) ?? [];
  const date = year === undefined ? null : `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  return { file, sha256: file, number: number ?? null, date, agency: null };
}

function textOf({ agency, abbreviation, year: of = year, body }: Parameters<typeof comparableOfGiven>[0]): string {
  return reportText(body, { number: `410/BC-${abbreviation}`, date: `Minh Hà, ngày 20 tháng 12 năm ${of}` })
    .replace('SỞ DU LỊCH', agency.toUpperCase())
    .replace('tham nhũng năm 2023', `tham nhũng năm ${of}`);
}
