import path from 'node:path';
import { comparedReports } from '../../audit/comparedReports.js';
import { failedDocument } from '../../audit/failedDocument.js';
import { judgeSubmissions } from '../../audit/judgeSubmissions.js';
import { batchFile } from '../../export/batchFile.js';
import { prepareOutput, readDocuments, writeDocument } from '../../export/outputFolder.js';
import { type Gathered, gatherInputs, type Input } from '../../intake/gatherInputs.js';
import { readAgencies } from '../../intake/readAgencies.js';
import { refuseOutputInside } from '../../intake/refuseOutputInside.js';
import type { SoatBatch } from '../../model/batch.js';
import type { Language } from '../../model/bilingual.js';
import type { SoatDocument } from '../../model/document.js';
import { errorKinds } from '../../model/errors.js';
import type { FlagChanges } from '../../model/flagChanges.js';
import { type Weight, weightNames, weightOf, weightOrder } from '../../model/labels.js';
import type { Comparison, ListedAgency } from '../../model/round.js';
import type { Severity } from '../../model/rule.js';
import type { Submission } from '../../model/submission.js';
import { loadPipeline } from '../../pipeline/loadPipeline.js';
import { loadVocabulary } from '../../pipeline/loadVocabulary.js';
import { compareInStore } from '../../queue/compareInStore.js';
import { runAudit } from '../../queue/runAudit.js';
import { keepLastRound } from '../../store/lastRound.js';
import { scratchBelow } from '../../store/sweepLeftovers.js';
import { changesText } from '../changesText.js';
import { type ExitStatus, exitStatus } from '../exitStatus.js';
import { findingsTable } from '../findingsTable.js';
import { progressView } from '../progress.js';
import { roundRecord } from '../roundRecord.js';
import { roundTable } from '../roundTable.js';
import { text } from '../texts.js';
import { withPictures } from '../withPictures.js';

export interface AuditCommand {
  readonly paths: readonly string[];
  readonly out: string;
  readonly data: string;
  readonly pipeline: string | null;
  readonly lang: Language;
  readonly jobs: number | null;
  /** CSV or XLSX file of the agencies that owe a report. */
  readonly agencies: string | null;
  /** Results of an earlier round; null: what the data folder holds of the year before. */
  readonly earlier: string | null;
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
  const list = command.agencies === null ? null : await readAgencies(command.agencies, loadVocabulary().round);
  await refuseOutputInside(command.out, command.paths);
  const gathered = await gatherInputs(command.paths, {
    dataFolder: command.data,
    scratch: scratchBelow(command.data),
  });
  try {
    return await auditGathered(gathered, startedAt, { ...command, list }, terminal);
  } finally {
    await gathered.discard();
  }
}

/** The command with what its files say. */
interface PreparedAudit extends AuditCommand {
  readonly list: readonly ListedAgency[] | null;
}

async function auditGathered(
  { inputs, aside }: Gathered,
  startedAt: Date,
  command: PreparedAudit,
  terminal: Terminal,
): Promise<ExitStatus> {
  await prepareOutput(command.out);
  const { documents, changes, comparison } = await auditAll(inputs, command, terminal);
  const submissions = submissionsOf(inputs, documents);
  const duplicates = duplicatesAmong(inputs);
  const pipeline = pipelineOf(documents);
  const finishedAt = new Date();
  const batch = batchFile({
    pipeline,
    startedAt,
    finishedAt,
    documents,
    submissions,
    duplicates,
    changes,
    comparison,
  });
  const round = {
    pipeline: command.pipeline,
    batch,
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
  report({ documents, submissions, changes, comparison, aside, batch }, command, terminal);
  return statusOf(documents, batch, command.failOn);
}

interface Audited {
  /** In the order of the inputs. */
  readonly documents: readonly SoatDocument[];
  /** By file, where an earlier run reported on it. */
  readonly changes: ReadonlyMap<string, FlagChanges>;
  /** Null where nothing could be read. */
  readonly comparison: Comparison | null;
}

/** Each result is written as soon as it is known; when all are, the reports are compared. */
async function auditAll(
  inputs: readonly Input[],
  command: PreparedAudit,
  { stderr, signal }: Terminal,
): Promise<Audited> {
  const documents = new Map<string, SoatDocument>();
  const changed = new Map<string, FlagChanges>();
  const inOrder = () => inputs.flatMap(({ relativeName }) => documents.get(relativeName) ?? []);
  const keep = async (document: SoatDocument) => {
    documents.set(document.source.file, document);
    await writeDocument(command.out, document);
  };
  const refused = inputs.flatMap((input) =>
    input.refusal === null ? [] : [{ input, document: failedDocument(input, input.refusal) }],
  );
  for (const { document } of refused) await keep(document);
  let comparison: Comparison | null = null;
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
      afterwards: async (store, keys) => {
        const reports = comparedReports(submissionsOf(inputs, inOrder()), inOrder());
        const { pipeline, list, earlier } = command;
        comparison = await compareInStore(store, keys, { reports, pipeline, list, earlier });
      },
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
  return { documents: inOrder(), changes: changed, comparison };
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
  readonly batch: SoatBatch;
}

function report(
  { documents, submissions, changes, aside, batch }: Told,
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
  const table = roundTable(batch, lang, width);
  if (table !== '') stdout.write(`${table}\n\n`);
  if (aside.length > 0) {
    const named = aside.slice(0, 5).join(', ');
    stdout.write(`${text('aside', lang)}: ${aside.length} (${named}${aside.length > 5 ? ', …' : ''})\n`);
  }
  const count = (status: SoatDocument['status']) => documents.filter((one) => one.status === status).length;
  const { duplicate: duplicates } = batch.counts;
  const flags = [...documents.flatMap((document) => document.flags), ...batch.flags];
  const weighing = (weight: Weight) => flags.filter((flag) => weightOf(flag) === weight).length;
  const parts = [
    `${documents.length} ${text('documents', lang)}`,
    `${count('complete')} ${text('complete', lang)}`,
    ...(count('partial') > 0 ? [`${count('partial')} ${text('partial', lang)}`] : []),
    ...(count('failed') > 0 ? [`${count('failed')} ${text('failed', lang)}`] : []),
    ...(duplicates > 0 ? [`${duplicates} ${text('duplicate', lang)}`] : []),
    ...weightOrder
      .filter((weight) => weight !== 'cannot-judge' || weighing(weight) > 0)
      .map((weight) => `${weighing(weight)} ${weightNames[weight][lang].toLocaleLowerCase(lang)}`),
  ];
  stdout.write(`${parts.join(' · ')}\n${text('results', lang)}: ${path.relative('.', out) || '.'}\n`);
}

/** An attachment that was read whole is told of in its report. */
function hasSomethingToTell({ role, status }: SoatDocument): boolean {
  return role === 'report' || status !== 'complete';
}

function statusOf(documents: readonly SoatDocument[], batch: SoatBatch, failOn: Severity | null): ExitStatus {
  if (documents.some(({ status }) => status !== 'complete')) return exitStatus.incomplete;
  const order: readonly Severity[] = ['info', 'warning', 'error'];
  const reached = [...documents.flatMap(({ flags }) => flags), ...batch.flags].some(
    ({ outcome, severity }) =>
      failOn !== null && outcome === 'fail' && order.indexOf(severity) >= order.indexOf(failOn),
  );
  return reached ? exitStatus.findings : exitStatus.done;
}
