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
import { attachmentOf, loadAttachments } from './loadAttachments.js';
import { loadDocument } from './loadDocument.js';

export interface MatchOptions<Input extends AuditInput = AuditInput> {
  readonly store: Store;
  readonly backend: Backend;
  readonly keys: StageKeys;
  readonly pipeline: string | null;
  readonly signal: AbortSignal;
  /** An input as people corrected its reading, beside these attachments; absent or null: as the machine read it. */
  readonly corrected?: (input: Input, attachments: readonly Attachment[]) => Promise<SoatDocument | null>;
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
  options: MatchOptions<Input>,
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
    const corrected = await correctedAmong(beside, options);
    const main = report === null ? undefined : byName.get(report);
    if (main !== undefined) yield { input: main.input, document: await matched(main, beside, corrected, options) };
    for (const { input, document } of beside) {
      if (document.status === 'failed') continue;
      yield { input, document: asAttachment(corrected.get(input) ?? (await load(document, options))) };
    }
  }
}

async function correctedAmong<Input extends AuditInput>(
  beside: readonly ReadInput<Input>[],
  { corrected }: MatchOptions<Input>,
): Promise<ReadonlyMap<Input, SoatDocument>> {
  const documents = new Map<Input, SoatDocument>();
  for (const { input, document } of beside) {
    const own = document.status === 'failed' ? null : await corrected?.(input, []);
    if (own !== null && own !== undefined) documents.set(input, own);
  }
  return documents;
}

function load(
  { source }: ReportLike,
  { store, keys }: Pick<MatchOptions, 'store' | 'keys'>,
  attachments: readonly Attachment[] = [],
): Promise<SoatDocument> {
  const { file: relativeName, sha256, bytes } = source;
  return loadDocument(store.results, keys, { relativeName, sha256, bytes }, attachments);
}

async function matched<Input extends AuditInput>(
  { input, document: report }: ReadInput<Input>,
  beside: readonly ReadInput<Input>[],
  corrected: ReadonlyMap<Input, SoatDocument>,
  options: MatchOptions<Input>,
): Promise<SoatDocument> {
  const { backend, keys, pipeline, signal } = options;
  const { results } = options.store;
  const { sha256 } = report.source;
  // A file that could not be opened has no content, and may hold anything.
  const files = beside.map(({ document: { source } }) => ({ file: source.file, sha256: source.sha256 || null }));
  const asRead = await loadAttachments(results, keys, files);
  const asCorrected = beside.map(({ input: one }, index) => {
    const own = corrected.get(one);
    return own === undefined ? asRead.slice(index, index + 1) : [attachmentOf(own)];
  });
  const own = await options.corrected?.(input, asCorrected.flat());
  if (own !== null && own !== undefined) return own;
  const key = keys.match(await results.pageErrors(sha256, keys.read), asRead);
  if ((await results.find(sha256, wholeDocument, key)) === undefined) {
    await backend.add(matchJob({ sha256, pipeline, priority: priorities.inspector }, files));
    while ((await results.find(sha256, wholeDocument, key)) === undefined) {
      await pause(askAgain, undefined, { signal });
    }
  }
  return load(report, options, asRead);
}
