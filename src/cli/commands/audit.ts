import path from 'node:path';
import { failedDocument } from '../../audit/failedDocument.js';
import { judgeSubmissions } from '../../audit/judgeSubmissions.js';
import { batchFile } from '../../export/batchFile.js';
import { prepareOutput, readDocuments, writeDocument } from '../../export/outputFolder.js';
import { type Gathered, gatherInputs, type Input } from '../../intake/gatherInputs.js';
import { refuseOutputInside } from '../../intake/refuseOutputInside.js';
import type { Language } from '../../model/bilingual.js';
import type { SoatDocument } from '../../model/document.js';
import { errorKinds } from '../../model/errors.js';
import type { FlagChanges } from '../../model/flagChanges.js';
import type { Severity } from '../../model/rule.js';
import type { Submission } from '../../model/submission.js';
import { loadPipeline } from '../../pipeline/loadPipeline.js';
import { runAudit } from '../../queue/runAudit.js';
import { keepLastRound } from '../../store/lastRound.js';
import { changesText } from '../changesText.js';
import { type ExitStatus, exitStatus } from '../exitStatus.js';
import { findingsTable } from '../findingsTable.js';
import { progressView } from '../progress.js';
import { roundRecord } from '../roundRecord.js';
import { text } from '../texts.js';
import { withPictures } from '../withPictures.js';

export interface AuditCommand {
  readonly paths: readonly string[];
  readonly out: string;
  readonly data: string;
  readonly pipeline: string | null;
  readonly lang: Language;
  readonly jobs: number | null;
  /** The least severity that makes the exit status 1; null: never. */
  readonly failOn: Severity | null;
}

export interface Terminal {
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly signal: AbortSignal;
}

/** `soat audit`: reads all files once, writes the results, prints the findings. */
export async function audit(command: AuditCommand, terminal: Terminal): Promise<ExitStatus> {
  const startedAt = new Date();
  if (command.pipeline !== null) loadPipeline(command.pipeline);
  await refuseOutputInside(command.out, command.paths);
  const gathered = await gatherInputs(command.paths, { dataFolder: command.data });
  try {
    return await auditGathered(gathered, startedAt, command, terminal);
  } finally {
    await gathered.discard();
  }
}

async function auditGathered(
  { inputs, aside }: Gathered,
  startedAt: Date,
  command: AuditCommand,
  terminal: Terminal,
): Promise<ExitStatus> {
  await prepareOutput(command.out);
  const { documents, changes } = await auditAll(inputs, command, terminal);
  const submissions = submissionsOf(inputs, documents);
  const duplicates = duplicatesAmong(inputs);
  const pipeline = pipelineOf(documents);
  const round = {
    pipeline: command.pipeline,
    batch: batchFile({ pipeline, startedAt, finishedAt: new Date(), documents, submissions, duplicates, changes }),
    documents: () =>
      readDocuments(
        command.out,
        inputs.map(({ relativeName }) => relativeName),
      ),
  };
  await keepLastRound(command.data, round);
  // Loading exceljs takes half a second, which no other command should wait for.
  const { writeRound } = await import('../../export/writeRound.js');
  await withPictures(command.data, command.jobs, (drawPages) =>
    writeRound(command.out, roundRecord(round, command.lang), drawPages, ['batch', 'csv', 'xlsx', 'html']),
  );
  report({ documents, submissions, changes, aside, duplicates }, command, terminal);
  return statusOf(documents, command.failOn);
}

interface Audited {
  readonly documents: readonly SoatDocument[];
  /** By file, where an earlier run reported on it. */
  readonly changes: ReadonlyMap<string, FlagChanges>;
}

/** Results in the order of the inputs, each written as soon as it is known. */
async function auditAll(
  inputs: readonly Input[],
  command: AuditCommand,
  { stderr, signal }: Terminal,
): Promise<Audited> {
  const documents = new Map<string, SoatDocument>();
  const changed = new Map<string, FlagChanges>();
  const keep = async (document: SoatDocument) => {
    documents.set(document.source.file, document);
    await writeDocument(command.out, document);
  };
  const refused = inputs.flatMap((input) =>
    input.refusal === null ? [] : [{ input, document: failedDocument(input, input.refusal) }],
  );
  for (const { document } of refused) await keep(document);
  const view = progressView(stderr, command.lang);
  try {
    const readable = inputs.filter((input) => input.refusal === null);
    const results = runAudit({
      inputs: readable,
      refused,
      dataFolder: command.data,
      pipeline: command.pipeline,
      ...(command.jobs === null ? {} : { jobs: command.jobs }),
      onProgress: (progress) => view.show(progress),
      signal,
    });
    if (readable.length > 0) {
      for await (const { document, changes } of results) {
        await keep(document);
        if (changes !== null) changed.set(document.source.file, changes);
      }
    }
  } finally {
    view.end();
  }
  return { documents: inputs.flatMap(({ relativeName }) => documents.get(relativeName) ?? []), changes: changed };
}

function submissionsOf(inputs: readonly Input[], documents: readonly SoatDocument[]): readonly Submission[] {
  const byFile = new Map(documents.map((document) => [document.source.file, document]));
  return judgeSubmissions(
    inputs.flatMap((input) => {
      const document = byFile.get(input.relativeName);
      return document === undefined ? [] : [{ ...input, document }];
    }),
  );
}

function duplicatesAmong(inputs: readonly Input[]): number {
  const read = inputs.filter((input) => input.refusal === null);
  return read.length - new Set(read.map((input) => input.sha256)).size;
}

/** The pipeline that most documents used. */
function pipelineOf(documents: readonly SoatDocument[]): string {
  const counts = new Map<string, number>();
  for (const { pipeline, status } of documents) {
    if (status !== 'failed') counts.set(pipeline, (counts.get(pipeline) ?? 0) + 1);
  }
  return [...counts].sort((left, right) => right[1] - left[1])[0]?.[0] ?? '';
}

interface Told extends Audited {
  readonly submissions: readonly Submission[];
  readonly aside: readonly string[];
  readonly duplicates: number;
}

function report(
  { documents, submissions, changes, aside, duplicates }: Told,
  { lang, out }: AuditCommand,
  { stdout }: Terminal,
): void {
  const width = Math.min(stdout.columns ?? 120, 160);
  for (const document of documents.filter(hasSomethingToTell)) {
    const since = document.role === 'report' ? changes.get(document.source.file) : undefined;
    stdout.write(`${findingsTable(document, lang, width)}\n`);
    stdout.write(since === undefined ? '\n' : `  ${changesText(since, lang)}\n\n`);
  }
  for (const { name, problem } of submissions) {
    if (problem !== null) stdout.write(`${name}/ — ${problem}: ${errorKinds[problem].message[lang]}\n\n`);
  }
  if (aside.length > 0) {
    const named = aside.slice(0, 5).join(', ');
    stdout.write(`${text('aside', lang)}: ${aside.length} (${named}${aside.length > 5 ? ', …' : ''})\n`);
  }
  const count = (status: SoatDocument['status']) => documents.filter((one) => one.status === status).length;
  const fails = documents.flatMap(({ flags }) => flags).filter((flag) => flag.outcome === 'fail');
  const doubts = documents.flatMap(({ flags }) => flags).length - fails.length;
  const withSeverity = (severity: Severity) => fails.filter((flag) => flag.severity === severity).length;
  const parts = [
    `${documents.length} ${text('documents', lang)}`,
    `${count('complete')} ${text('complete', lang)}`,
    ...(count('partial') > 0 ? [`${count('partial')} ${text('partial', lang)}`] : []),
    ...(count('failed') > 0 ? [`${count('failed')} ${text('failed', lang)}`] : []),
    ...(duplicates > 0 ? [`${duplicates} ${text('duplicate', lang)}`] : []),
    `${withSeverity('error')} ${text('severityError', lang)}`,
    `${withSeverity('warning')} ${text('severityWarning', lang)}`,
    `${withSeverity('info')} ${text('severityInfo', lang)}`,
    ...(doubts > 0 ? [`${doubts} ${text('cannotJudgeCount', lang)}`] : []),
  ];
  stdout.write(`${parts.join(' · ')}\n${text('results', lang)}: ${path.relative('.', out) || '.'}\n`);
}

/** An attachment that was read whole is told of in its report. */
function hasSomethingToTell({ role, status }: SoatDocument): boolean {
  return role === 'report' || status !== 'complete';
}

function statusOf(documents: readonly SoatDocument[], failOn: Severity | null): ExitStatus {
  if (documents.some(({ status }) => status !== 'complete')) return exitStatus.incomplete;
  const order: readonly Severity[] = ['info', 'warning', 'error'];
  const reached = documents
    .flatMap(({ flags }) => flags)
    .some(
      ({ outcome, severity }) =>
        failOn !== null && outcome === 'fail' && order.indexOf(severity) >= order.indexOf(failOn),
    );
  return reached ? exitStatus.findings : exitStatus.done;
}
