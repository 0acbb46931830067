import path from 'node:path';
import { comparedReports } from '../../audit/comparedReports.js';
import { failedDocument } from '../../audit/failedDocument.js';
import { judgeSubmissions } from '../../audit/judgeSubmissions.js';
import { likenessOnly, type ReportLike } from '../../audit/likenessToReport.js';
import { BatchTally } from '../../export/batchFile.js';
import { prepareOutput, readDocuments, writeDocument } from '../../export/outputFolder.js';
import { type Gathered, gatherInputs, type Input } from '../../intake/gatherInputs.js';
import { readAgencies } from '../../intake/readAgencies.js';
import { refuseOutputInside } from '../../intake/refuseOutputInside.js';
import type { SoatBatch } from '../../model/batch.js';
import type { Language } from '../../model/bilingual.js';
import type { Flag, SoatDocument } from '../../model/document.js';
import { errorKinds } from '../../model/errors.js';
import type { FlagChanges } from '../../model/flagChanges.js';
import { type Weight, weightNames, weightOf, weightOrder } from '../../model/labels.js';
import type { Comparison, ListedAgency } from '../../model/round.js';
import type { Severity } from '../../model/rule.js';
import type { Submission } from '../../model/submission.js';
import { loadPipeline } from '../../pipeline/loadPipeline.js';
import { loadVocabulary } from '../../pipeline/loadVocabulary.js';
import { compareRound } from '../../queue/compareRound.js';
import { runAudit } from '../../queue/runAudit.js';
import { keepLastRound } from '../../store/lastRound.js';
import { scratchBelow } from '../../store/sweepLeftovers.js';
import { changesText } from '../changesText.js';
import { type ExitStatus, exitStatus } from '../exitStatus.js';
import { findingsTable } from '../findingsTable.js';
import { progressView, readingStep } from '../progress.js';
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
  const { files, changes, comparison } = await auditAll(inputs, command, terminal);
  const submissions = submissionsOf(inputs, files);
  // Read back one at a time: a round of a country does not fit into memory.
  const documents = () =>
    readDocuments(
      command.out,
      inputs.map(({ relativeName }) => relativeName),
    );
  const tally = new BatchTally(comparison);
  for await (const document of documents()) tally.add(document);
  const [pipeline, duplicates, finishedAt] = [pipelineOf(files), duplicatesAmong(inputs), new Date()];
  const batch = tally.file({ pipeline, startedAt, finishedAt, submissions, duplicates, changes });
  const round = { pipeline: command.pipeline, batch, documents };
  await keepLastRound(command.data, round);
  // Loading exceljs takes half a second, which no other command should wait for.
  const { writeRound } = await import('../../export/writeRound.js');
  await withPictures({ ...command, batch }, terminal.stderr, (drawPages) =>
    writeRound(command.out, roundRecord(round, command.lang), drawPages, ['batch', 'csv', 'xlsx', 'html']),
  );
  const weights = await report({ documents, submissions, changes, aside, batch }, command, terminal);
  return statusOf(weights, batch, command.failOn);
}

/** What is kept in memory of a file that was read; the rest stands in the results. */
type ReadFile = ReportLike & Pick<SoatDocument, 'pipeline'>;

interface Audited {
  /** In the order of the inputs. */
  readonly files: readonly ReadFile[];
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
  const files = new Map<string, ReadFile>();
  const changed = new Map<string, FlagChanges>();
  const inOrder = () => inputs.flatMap(({ relativeName }) => files.get(relativeName) ?? []);
  const keep = async (document: SoatDocument) => {
    files.set(document.source.file, { ...likenessOnly(document), pipeline: document.pipeline });
    await writeDocument(command.out, document);
  };
  const refused = inputs.flatMap((input) =>
    input.refusal === null ? [] : [{ input, document: failedDocument(input, input.refusal) }],
  );
  for (const { document } of refused) await keep(document);
  let comparison: Comparison | null = null;
  const view = progressView(stderr, text('reading', command.lang));
  try {
    const readable = inputs.filter((input) => input.refusal === null);
    const results = runAudit({
      inputs: readable,
      refused,
      dataFolder: command.data,
      pipeline: command.pipeline,
      ...(command.jobs === null ? {} : { jobs: command.jobs }),
      onProgress: (progress) => view.show(readingStep(progress, command.lang)),
      signal,
      afterwards: async (room) => {
        const reports = comparedReports(submissionsOf(inputs, inOrder()), inOrder());
        const { pipeline, list, earlier } = command;
        comparison = await compareRound({ reports, pipeline, list, earlier }, room);
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
  return { files: inOrder(), changes: changed, comparison };
}

function submissionsOf(inputs: readonly Input[], documents: readonly ReportLike[]): readonly Submission[] {
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
function pipelineOf(documents: readonly ReadFile[]): string {
  const counts = new Map<string, number>();
  for (const { pipeline, status } of documents) {
    if (status !== 'failed') counts.set(pipeline, (counts.get(pipeline) ?? 0) + 1);
  }
  return [...counts].sort((left, right) => right[1] - left[1])[0]?.[0] ?? '';
}

interface Told extends Pick<Audited, 'changes'> {
  readonly documents: () => AsyncIterable<SoatDocument>;
  readonly submissions: readonly Submission[];
  readonly aside: readonly string[];
  readonly batch: SoatBatch;
}

/** How many flags weigh what, those between agencies too. */
type Weights = Readonly<Record<Weight, number>>;

async function report(
  { documents, submissions, changes, aside, batch }: Told,
  { lang, out }: AuditCommand,
  { stdout }: Terminal,
): Promise<Weights> {
  const width = Math.min(stdout.columns ?? 120, 160);
  const weights = { error: 0, warning: 0, info: 0, 'cannot-judge': 0 };
  const weigh = (flags: readonly Pick<Flag, 'outcome' | 'severity'>[]) => {
    for (const flag of flags) weights[weightOf(flag)]++;
  };
  for await (const document of documents()) {
    weigh(document.flags);
    if (!hasSomethingToTell(document)) continue;
    const since = document.role === 'report' ? changes.get(document.source.file) : undefined;
    stdout.write(`${findingsTable(document, lang, width)}\n`);
    stdout.write(since === undefined ? '\n' : `  ${changesText(since, lang)}\n\n`);
  }
  weigh(batch.flags);
  for (const { name, problem } of submissions) {
    if (problem !== null) stdout.write(`${name}/ — ${problem}: ${errorKinds[problem].message[lang]}\n\n`);
  }
  const table = roundTable(batch, lang, width);
  if (table !== '') stdout.write(`${table}\n\n`);
  if (aside.length > 0) {
    const named = aside.slice(0, 5).join(', ');
    stdout.write(`${text('aside', lang)}: ${aside.length} (${named}${aside.length > 5 ? ', …' : ''})\n`);
  }
  const { complete, partial, failed, duplicate } = batch.counts;
  const parts = [
    `${complete + partial + failed} ${text('documents', lang)}`,
    `${complete} ${text('complete', lang)}`,
    ...(partial > 0 ? [`${partial} ${text('partial', lang)}`] : []),
    ...(failed > 0 ? [`${failed} ${text('failed', lang)}`] : []),
    ...(duplicate > 0 ? [`${duplicate} ${text('duplicate', lang)}`] : []),
    ...weightOrder
      .filter((weight) => weight !== 'cannot-judge' || weights[weight] > 0)
      .map((weight) => `${weights[weight]} ${weightNames[weight][lang].toLocaleLowerCase(lang)}`),
  ];
  stdout.write(`${parts.join(' · ')}\n${text('results', lang)}: ${path.relative('.', out) || '.'}\n`);
  return weights;
}

/** An attachment that was read whole is told of in its report. */
function hasSomethingToTell({ role, status }: SoatDocument): boolean {
  return role === 'report' || status !== 'complete';
}

function statusOf(weights: Weights, { counts }: SoatBatch, failOn: Severity | null): ExitStatus {
  if (counts.partial + counts.failed > 0) return exitStatus.incomplete;
  const order: readonly Severity[] = ['info', 'warning', 'error'];
  const reaching = order.slice(failOn === null ? order.length : order.indexOf(failOn));
  return reaching.some((severity) => weights[severity] > 0) ? exitStatus.findings : exitStatus.done;
}
