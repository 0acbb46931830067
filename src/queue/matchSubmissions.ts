import { setTimeout as pause } from 'node:timers/promises';
import { asAttachment } from '../audit/asAttachment.js';
import { judgeSubmissions } from '../audit/judgeSubmissions.js';
import type { ReportLike } from '../audit/likenessToReport.js';
import type { StageKeys } from '../audit/stageKeys.js';
import type { SoatDocument } from '../model/document.js';
import type { Attachment } from '../model/paper.js';
import { wholeDocument } from '../store/StageResults.js';
import type { Store } from '../store/Store.js';
import type { AuditInput, AuditResult } from './auditInFolder.js';
import type { Backend } from './Backend.js';
import { matchJob, priorities } from './jobs.js';
import { loadAttachments } from './loadAttachments.js';
import { loadDocument } from './loadDocument.js';

export interface MatchOptions {
  readonly store: Store;
  readonly backend: Backend;
  readonly keys: StageKeys;
  readonly pipeline: string | null;
  readonly signal: AbortSignal;
}

/** Milliseconds: an analysis takes about as long, and the database tells its end for sure. */
const askAgain = 100;

/** An input and what of its document tells whether it is a report. */
export interface ReadInput<Input extends AuditInput> {
  readonly input: Input;
  readonly document: ReportLike;
}

/**
 * Once all files of a run are read: yields each report again, now analysed beside its attachments, and each attachment as
 * such. A submission without attachments has nothing new.
 */
export async function* matchSubmissions<Input extends AuditInput>(
  read: readonly ReadInput<Input>[],
  options: MatchOptions,
): AsyncGenerator<Omit<AuditResult<Input>, 'changes'>, void, undefined> {
  const byName = new Map(read.map((one) => [one.input.relativeName, one]));
  const files = read.map(({ input: { root, absolute, relativeName }, document }) => ({
    root: root ?? absolute,
    relativeName,
    document,
  }));
  for (const { report, attachments, problem } of judgeSubmissions(files)) {
    const beside = attachments.flatMap((name) => byName.get(name) ?? []);
    if (beside.length === 0 || problem === 'several-reports') continue;
    const main = report === null ? undefined : byName.get(report);
    if (main !== undefined) {
      const documents = beside.map(({ document }) => document);
      yield { input: main.input, document: await matched(main.document, documents, options) };
    }
    for (const { input, document } of beside) {
      if (document.status !== 'failed') yield { input, document: asAttachment(await load(document, options)) };
    }
  }
}

function load(
  { source }: ReportLike,
  { store, keys }: MatchOptions,
  attachments: readonly Attachment[] = [],
): Promise<SoatDocument> {
  const { file: relativeName, sha256, bytes } = source;
  return loadDocument(store.results, keys, { relativeName, sha256, bytes }, attachments);
}

async function matched(
  report: ReportLike,
  documents: readonly ReportLike[],
  options: MatchOptions,
): Promise<SoatDocument> {
  const { backend, keys, pipeline, signal } = options;
  const { results } = options.store;
  const { sha256 } = report.source;
  // A file that could not be opened has no content, and may hold anything.
  const files = documents.map(({ source }) => ({ file: source.file, sha256: source.sha256 || null }));
  const attachments = await loadAttachments(results, keys, files);
  const key = keys.match(await results.pageErrors(sha256, keys.read), attachments);
  if ((await results.find(sha256, wholeDocument, key)) === undefined) {
    await backend.add(matchJob({ sha256, pipeline, priority: priorities.inspector }, files));
    while ((await results.find(sha256, wholeDocument, key)) === undefined) {
      await pause(askAgain, undefined, { signal });
    }
  }
  return load(report, options, attachments);
}
