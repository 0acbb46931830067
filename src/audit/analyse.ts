import { extractFacts } from '../extraction/extractFacts.js';
import { reportedYearOf } from '../extraction/reportedYear.js';
import type { DocumentText } from '../model/document-text.js';
import { type ErrorCode, SoatError } from '../model/errors.js';
import type { PageSummary } from '../model/facts.js';
import type { PageReading } from '../model/page.js';
import type { Attachment } from '../model/paper.js';
import { loadPipelineForYear, loadReferredPipeline } from '../pipeline/loadPipeline.js';
import { loadVocabulary } from '../pipeline/loadVocabulary.js';
import type { Survey } from '../reading/source/SourceFile.js';
import { evaluateRules } from '../rules/evaluateRules.js';
import { matchAttachments, submittedDocument } from '../rules/shared/matchAttachments.js';
import { comparableOf } from '../rules/shared/round/comparableOf.js';
import { composeText } from '../text/composeText.js';
import { type AnalysedDocument, assembleDocument, type PageFailure } from './assembleDocument.js';
import { handedInWith } from './handedInWith.js';

/** A page as it was read, or why it was not. */
export type ReadPage =
  | { readonly ok: true; readonly reading: PageReading }
  | { readonly ok: false; readonly code: ErrorCode; readonly detail: string | null };

/**
 * From pages to findings. A page that was not read stays in its place and is named in `errors`.
 * @param pages by page number; a page of the survey that is missing here counts as `engine-crashed`
 * @param pipelineName a reference: name or file, with thresholds of its own if any; null: by the report's year
 * @param files what was handed in with the report
 */
export function analyse(
  survey: Survey,
  pages: ReadonlyMap<number, ReadPage>,
  pipelineName: string | null,
  files: readonly Attachment[] = [],
): AnalysedDocument {
  const failures: PageFailure[] = [];
  const readings = survey.pages.map((surveyed): PageReading => {
    const page = pages.get(surveyed.number) ?? { ok: false, code: 'engine-crashed', detail: null };
    if (page.ok) return page.reading;
    failures.push({ page: surveyed.number, error: new SoatError(page.code, page.detail) });
    return { ...surveyed, ...unread };
  });
  const document = {
    text: composeText(readings, loadVocabulary().text),
    pages: readings.map(summaryOf),
    signatures: survey.signatures,
  };
  const { pipeline, registry } = loadReferredPipeline(pipelineName, () => yearOf(document.text));
  const facts = extractFacts(document, pipeline);
  const context = { facts, pipeline, registry, attachments: handedInWith(facts, files) };
  const submitted = matchAttachments(context).map(submittedDocument);
  const evaluation = evaluateRules(context);
  const comparable = comparableOf(context);
  return assembleDocument({ facts, readings, failures, pipeline, submitted, evaluation, comparable });
}

const unread = {
  origin: 'failed',
  reason: 'error',
  skew: 0,
  confidence: 0,
  lines: [],
  coverage: 0,
  rulings: [],
  unread: [],
} as const;

function summaryOf({ number, origin, confidence, unread }: PageReading): PageSummary {
  return { number, readable: origin !== 'failed', origin, confidence, unread };
}

/** The year that chooses the pipeline is read with the latest one. */
function yearOf(text: DocumentText): number | null {
  return reportedYearOf(text, loadPipelineForYear(null).pipeline);
}
