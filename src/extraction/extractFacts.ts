import type { DocumentText } from '../model/document-text.js';
import type { DigitalSignature, PageSummary, ReportFacts } from '../model/facts.js';
import type { Pipeline } from '../model/pipeline.js';
import { findParts } from '../structure/findParts.js';
import { findSections } from '../structure/findSections.js';
import { blankOut } from '../text/blankOut.js';
import { extractCitations } from './extractCitations.js';
import { extractEvidence } from './extractEvidence.js';
import { extractFigures } from './extractFigures.js';
import { extractIdentity } from './extractIdentity.js';
import { extractPapers } from './extractPapers.js';
import { extractScores } from './extractScores.js';
import { extractSubHeadings } from './extractSubHeadings.js';
import { extractUnnumbered } from './extractUnnumbered.js';
import { extractYears } from './extractYears.js';

export interface ReadDocument {
  readonly text: DocumentText;
  readonly pages: readonly PageSummary[];
  readonly signatures: readonly DigitalSignature[];
}

/** Everything the report says, from its text; what papers behind it in the same file say is not said by it. */
export function extractFacts({ text, pages, signatures }: ReadDocument, pipeline: Pipeline): ReportFacts {
  const parts = findParts(text, pipeline);
  const own = blankOut(text, parts.attached);
  const sections = findSections(own, parts, pipeline);
  const input = { text: own, parts, sections, pipeline };
  const papers = extractPapers(text, pages, pipeline);
  const identity = extractIdentity(input, signatures);
  const citations = extractCitations(input, identity);
  return {
    text,
    pages,
    papers,
    attached: papers.filter(({ span }) => parts.attached.some((one) => one.start <= span.start && span.end <= one.end)),
    identity,
    sections,
    citations,
    ...extractScores(input),
    ...extractEvidence(input),
    figures: extractFigures(input),
    years: extractYears(input),
    unnumbered: extractUnnumbered(input, citations),
    subHeadings: extractSubHeadings(input),
  };
}
