import { failedDocument } from '../../audit/failedDocument.js';
import { batchFile } from '../../export/batchFile.js';
import type { RoundRecord } from '../../export/RoundRecord.js';
import type { Language } from '../../model/bilingual.js';
import type { SoatDocument } from '../../model/document.js';
import { type ErrorCode, SoatError } from '../../model/errors.js';
import { criteriaOf } from '../../model/pipeline.js';
import type { Submission } from '../../model/submission.js';
import { catalogue } from '../../rules/index.js';
import type { SqlPool } from '../../store/sql.js';
import type { Person } from '../http/Caller.js';
import { pipelineOfRound } from './pipelineOfRound.js';
import { onlyVisible } from './visible.js';
import { Where } from './Where.js';

interface Filed {
  readonly id: number;
  readonly file: string;
  readonly sha256: string | null;
  readonly bytes: number;
  readonly kind: 'report' | 'attachment' | null;
  readonly submission: string | null;
  readonly errors: readonly { readonly code: ErrorCode; readonly page: number | null }[];
  readonly handedInAt: Date;
}

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
  const where = onlyVisible(new Where().and('round = ? AND duplicate_of IS NULL', round), 'agency', person);
  where.and("state IN ('complete', 'partial', 'failed')");
  if (filing === undefined) where.and('newest');
  else where.and('id = ?', filing);
  const { rows } = await pool.query<Filed>(
    `SELECT id, file, sha256, bytes::float8 AS bytes, kind, submission, errors, handed_in_at AS "handedInAt"
     FROM soat.filing ${where.text} ORDER BY file, id`,
    where.params,
  );
  const files = withUniqueNames(rows);
  const pipeline = await pipelineOfRound(pool, round);
  const slim: SoatDocument[] = [];
  for await (const document of documentsOf(pool, files)) {
    slim.push({ ...document, pages: [], sections: [], citations: [], checks: [] });
  }
  const times = files.map(({ handedInAt }) => handedInAt);
  return {
    batch: batchFile({
      pipeline: pipeline.name,
      startedAt: times.reduce((first, time) => (time < first ? time : first), new Date()),
      finishedAt: new Date(),
      documents: slim,
      submissions: submissionsOf(files),
      duplicates: await countDuplicates(pool, round),
    }),
    documents: () => documentsOf(pool, files),
    criteria: criteriaOf(pipeline),
    ruleTitles: new Map(catalogue.map(({ id, title }) => [id, title])),
    language,
  };
}

async function* documentsOf(pool: SqlPool, files: readonly Filed[]): AsyncGenerator<SoatDocument> {
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

/** A second file of one name gets `~2`, as the command's results do. */
function withUniqueNames(files: readonly Filed[]): readonly Filed[] {
  const taken = new Set<string>();
  return files.map((filed) => {
    let file = filed.file;
    for (let count = 2; taken.has(file.toLowerCase()); count++)
      file = filed.file.replace(/(\.[^./]*)?$/, `~${count}$1`);
    taken.add(file.toLowerCase());
    return { ...filed, file };
  });
}

function submissionsOf(files: readonly Filed[]): readonly Submission[] {
  const groups = new Map<string, Filed[]>();
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
