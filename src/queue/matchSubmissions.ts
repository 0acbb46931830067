import { setTimeout as pause } from 'node:timers/promises';
import { asAttachment } from '../audit/asAttachment.js';
import { judgeSubmissions } from '../audit/judgeSubmissions.js';
import type { StageKeys } from '../audit/stageKeys.js';
import type { SoatDocument } from '../model/document.js';
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

/**
 * Once all files of a run are read: yields each report again, now analysed beside its attachments, and each attachment as
 * such. A submission without attachments has nothing new.
 */
export async function* matchSubmissions<Input extends AuditInput>(
  read: readonly AuditResult<Input>[],
  options: MatchOptions,
): AsyncGenerator<AuditResult<Input>, void, undefined> {
  const byName = new Map(read.map((result) => [result.input.relativeName, result]));
  const files = read.map(({ input, document }) => ({
    root: input.root ?? input.absolute,
    relativeName: input.relativeName,
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
    for (const { input, document } of beside) yield { input, document: asAttachment(document) };
  }
}

async function matched(
  report: SoatDocument,
  documents: readonly SoatDocument[],
  { store: { results }, backend, keys, pipeline, signal }: MatchOptions,
): Promise<SoatDocument> {
  const { file, sha256, bytes } = report.source;
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
  return loadDocument(results, keys, { relativeName: file, sha256, bytes }, attachments);
}
