import { type AnalysedDocument, nameDocument } from '../audit/assembleDocument.js';
import { failedDocument, type Source } from '../audit/failedDocument.js';
import type { StageKeys } from '../audit/stageKeys.js';
import type { SoatDocument } from '../model/document.js';
import { SoatError } from '../model/errors.js';
import type { Attachment } from '../model/paper.js';
import { type StageOutcome, type StageResults, wholeDocument } from '../store/StageResults.js';

/**
 * The document that the kept results make, under the name of one of its files.
 * @param attachments of a report that was analysed beside what was handed in with it
 */
export async function loadDocument(
  results: StageResults,
  keys: StageKeys,
  source: Source,
  attachments: readonly Attachment[] = [],
): Promise<SoatDocument> {
  const { sha256, bytes, relativeName } = source;
  const survey = await results.find(sha256, wholeDocument, keys.survey);
  if (survey?.ok !== true) return failedDocument(source, errorOf(survey));
  const pageErrors = await results.pageErrors(sha256, keys.read);
  const key = attachments.length === 0 ? keys.analyse(pageErrors) : keys.match(pageErrors, attachments);
  const analysis = await results.find(sha256, wholeDocument, key);
  if (analysis?.ok !== true) return failedDocument(source, errorOf(analysis));
  return nameDocument(JSON.parse(analysis.json) as AnalysedDocument, { file: relativeName, sha256, bytes });
}

function errorOf(outcome: Extract<StageOutcome, { ok: false }> | undefined): SoatError {
  return outcome === undefined ? new SoatError('internal') : new SoatError(outcome.code, outcome.detail);
}
