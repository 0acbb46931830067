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
import { pipelineOfRound } from './pipelineOfRound.js';
import { onlyVisibleFilings } from './visible.js';
import { Where } from './Where.js';

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
  const files = await visibleFiles(pool, round, filing, person);
  const pipeline = await pipelineOfRound(pool, round);
  const weighed = await weighing(pool, round);
  const comparison = await comparisonOf(pool, round, new Set(files.map(({ file }) => file)));
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

async function visibleFiles(
  pool: SqlPool,
  round: number,
  filing: number | undefined,
  person: Person,
): Promise<readonly RoundFile[]> {
  const visible = onlyVisibleFilings(new Where().and('round = ?', round), person);
  const { rows } = await pool.query<{ id: number }>(`SELECT id FROM soat.filing ${visible.text}`, visible.params);
  const ids = new Set(rows.map(({ id }) => id));
  const files = await filesOfRound(pool, round, filing);
  return files.filter(({ id }) => ids.has(id));
}

/** What the shown reports say beside each other: nothing that quotes one which is not shown. */
async function comparisonOf(pool: SqlPool, round: number, shown: ReadonlySet<string>): Promise<Comparison | null> {
  const { rows } = await pool.query<{ result: string }>(
    'SELECT result::text AS result FROM soat.round_comparison WHERE round = $1',
    [round],
  );
  if (rows[0] === undefined) return null;
  const comparison = JSON.parse(rows[0].result) as Comparison;
  const compared = new Set(comparison.agencyOf.map(([file]) => file));
  const isHidden = (file: string | null) => file !== null && compared.has(file) && !shown.has(file);
  const hidden = new Set(comparison.agencyOf.flatMap(([file, { agencyKey }]) => (isHidden(file) ? [agencyKey] : [])));
  return {
    ...comparison,
    agencies: comparison.agencies.flatMap((agency) => {
      const doubtful = agency.doubtful.filter((file) => !isHidden(file));
      return hidden.has(agency.agencyKey) ? [] : [{ ...agency, doubtful }];
    }),
    agencyOf: comparison.agencyOf.filter(([file]) => shown.has(file)),
    backing: comparison.backing.filter(([file]) => shown.has(file)),
    flags: comparison.flags.filter((flag) => ![flag, ...flag.evidence].some(({ file }) => isHidden(file))),
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
