import { failedDocument } from '../../audit/failedDocument.js';
import { BatchTally } from '../../export/batchFile.js';
import type { RoundRecord } from '../../export/RoundRecord.js';
import type { Language } from '../../model/bilingual.js';
import type { SoatDocument } from '../../model/document.js';
import { SoatError } from '../../model/errors.js';
import { criteriaOf } from '../../model/pipeline.js';
import type { Comparison } from '../../model/round.js';
import type { Severity } from '../../model/rule.js';
import type { Submission } from '../../model/submission.js';
import { catalogue } from '../../rules/index.js';
import type { SqlPool } from '../../store/sql.js';
import type { Person } from '../http/Caller.js';
import { filesOfRound, type RoundFile } from './filesOfRound.js';
import { type Hidden, hiddenFrom, withoutNames } from './hiddenFrom.js';
import { pipelineOfRound } from './pipelineOfRound.js';

export interface RoundWanted {
  readonly round: number;
  /** One of its documents, whatever its version; without it the newest of all. */
  readonly filing?: number;
  readonly language: Language;
}

/** A round as files of it are made from, each document under a name of its own. */
export async function loadRound(
  pool: SqlPool,
  { round, filing, language }: RoundWanted,
  person: Person,
): Promise<RoundRecord> {
  const hidden = await hiddenFrom(pool, person, [round]);
  const newest = await filesOfRound(pool, round);
  const files = await shownFiles(pool, { round, filing }, newest, hidden);
  const pipeline = await pipelineOfRound(pool, round);
  const weighed = await weighing(pool, round);
  // A version that was replaced since was compared with nothing that stands now.
  const isCompared = files.every(({ id }) => newest.some((file) => file.id === id));
  const comparison = isCompared ? await comparisonOf(pool, round, newest, hidden) : null;
  const tally = new BatchTally(comparison && { ...comparison, flags: comparison.flags.map(weighed) });
  const documents = async function* () {
    for await (const document of documentsOf(pool, files)) yield { ...document, flags: document.flags.map(weighed) };
  };
  for await (const document of documents()) tally.add(document);
  const times = files.map(({ handedInAt }) => handedInAt);
  return {
    batch: tally.file({
      pipeline: pipeline.name,
      startedAt: times.reduce((first, time) => (time < first ? time : first), new Date()),
      finishedAt: new Date(),
      submissions: submissionsOf(files),
      duplicates: await countDuplicates(pool, round),
    }),
    documents,
    criteria: criteriaOf(pipeline),
    ruleTitles: new Map(catalogue.map(({ id, title }) => [id, title])),
    language,
  };
}

/** Flags are as grave as the round says. */
async function weighing(pool: SqlPool, round: number) {
  const { rows } = await pool.query<{ severities: Readonly<Record<string, Severity>> }>(
    'SELECT severities FROM soat.round WHERE id = $1',
    [round],
  );
  const severities = rows[0]?.severities ?? {};
  return <One extends { readonly rule: string; readonly severity: Severity }>(flag: One): One => ({
    ...flag,
    severity: severities[flag.rule] ?? flag.severity,
  });
}

async function shownFiles(
  pool: SqlPool,
  { round, filing }: Pick<RoundWanted, 'round' | 'filing'>,
  newest: readonly RoundFile[],
  { documents }: Hidden,
): Promise<readonly RoundFile[]> {
  const visible = (files: readonly RoundFile[]) => files.filter(({ id }) => !documents.has(id));
  if (filing === undefined) return visible(newest);
  const own = newest.filter(({ id }) => id === filing);
  return visible(own.length > 0 ? own : await filesOfRound(pool, round, filing));
}

/** What the reports say beside each other, without those that are limited to others. */
async function comparisonOf(
  pool: SqlPool,
  round: number,
  files: readonly RoundFile[],
  hidden: Hidden,
): Promise<Comparison | null> {
  const { rows } = await pool.query<{ result: string }>(
    'SELECT result::text AS result FROM soat.round_comparison WHERE round = $1',
    [round],
  );
  if (rows[0] === undefined) return null;
  const comparison = JSON.parse(rows[0].result) as Comparison;
  const others = new Set(files.flatMap(({ id, file }) => (hidden.documents.has(id) ? [file] : [])));
  const isShown = (file: string | null) => file === null || !others.has(file);
  const owners = comparison.agencyOf.flatMap(([file, owner]) => (isShown(file) ? [] : [owner]));
  const keys = new Set(owners.map(({ agencyKey }) => agencyKey));
  const names = new Set([...hidden.agencies, ...owners.map(({ of }) => of)]);
  return {
    ...comparison,
    agencies: comparison.agencies.flatMap((agency) => {
      const doubtful = agency.doubtful.filter(isShown);
      return keys.has(agency.agencyKey) || names.has(agency.name) ? [] : [{ ...agency, doubtful }];
    }),
    agencyOf: comparison.agencyOf.filter(([file]) => isShown(file)),
    backing: comparison.backing.filter(([file]) => isShown(file)),
    flags: comparison.flags
      .filter(({ file, agency }) => isShown(file) && !names.has(agency))
      .map((flag) => ({ ...flag, evidence: flag.evidence.filter(({ file }) => isShown(file)) }))
      .map((flag) => withoutNames(flag, { agencies: names, files: others })),
  };
}

async function* documentsOf(pool: SqlPool, files: readonly RoundFile[]): AsyncGenerator<SoatDocument> {
  for (const { id, file, sha256, bytes, errors } of files) {
    const { rows } = await pool.query<{ result: string }>(
      'SELECT result::text AS result FROM soat.filing_result WHERE filing = $1',
      [id],
    );
    const [row] = rows;
    if (row === undefined) {
      const source = { relativeName: file, sha256: sha256 ?? '', bytes };
      yield failedDocument(source, new SoatError(errors[0]?.code ?? 'internal'));
    } else {
      const document = JSON.parse(row.result) as SoatDocument;
      yield { ...document, source: { ...document.source, file } };
    }
  }
}

function submissionsOf(files: readonly RoundFile[]): readonly Submission[] {
  const groups = new Map<string, RoundFile[]>();
  for (const filed of files) {
    const name = filed.submission ?? filed.file;
    groups.set(name, [...(groups.get(name) ?? []), filed]);
  }
  return [...groups].flatMap(([name, group]): Submission[] => {
    const reports = group.filter(({ kind }) => kind !== 'attachment');
    const attachments = group.flatMap(({ kind, file }) => (kind === 'attachment' ? [file] : []));
    if (reports.length === 0) return [{ name, report: null, attachments, problem: 'no-report' }];
    return reports.map(({ file }, index) => ({
      name,
      report: file,
      attachments: index === 0 ? attachments : [],
      problem: null,
    }));
  });
}

async function countDuplicates(pool: SqlPool, round: number): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM soat.filing WHERE round = $1 AND duplicate_of IS NOT NULL',
    [round],
  );
  return rows[0]?.count ?? 0;
}
