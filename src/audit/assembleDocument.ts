import type { Failure, SoatDocument } from '../model/document.js';
import { boxesOf, type DocumentText, pageOf, type Span } from '../model/document-text.js';
import type { SoatError } from '../model/errors.js';
import type { Citation, ReportFacts, Score, Section } from '../model/facts.js';
import type { Box, PageBox } from '../model/geometry.js';
import type { PageReading, Word } from '../model/page.js';
import type { Paper, SubmittedDocument } from '../model/paper.js';
import type { Pipeline } from '../model/pipeline.js';
import type { Comparable } from '../model/round.js';
import type { Evaluation } from '../rules/evaluateRules.js';
import type { Quotation } from '../rules/quote.js';
import { softwareVersion } from './softwareVersion.js';

/** A document but for its file, for the same bytes may lie under several names; with what a round compares of it. */
export type AnalysedDocument = Omit<SoatDocument, 'source'> & { readonly comparable: Comparable };

export interface PageFailure {
  readonly page: number;
  readonly error: SoatError;
}

export interface Analysis {
  readonly facts: ReportFacts;
  /** Every page of the file, in order, failed ones too. */
  readonly readings: readonly PageReading[];
  readonly failures: readonly PageFailure[];
  readonly pipeline: Pipeline;
  readonly submitted: readonly SubmittedDocument[];
  readonly evaluation: Evaluation;
  readonly comparable: Comparable;
}

/** The records of one analysis as `soat.document/v1` says them. */
export function assembleDocument(analysis: Analysis): AnalysedDocument {
  const { facts, readings, failures, pipeline, submitted, evaluation, comparable } = analysis;
  const originOf = originsOf(readings);
  return {
    schema: 'soat.document/v1',
    version: softwareVersion,
    pipeline: pipeline.name,
    role: 'report',
    notes: pipeline.rubricFits ? [] : ['no-rubric-for-year'],
    status: failures.length > 0 ? 'partial' : 'complete',
    errors: failures.map(failureOf),
    report: reportOf(facts),
    pages: pagesOf(readings, facts.text),
    sections: facts.sections.map((section) => sectionOf(section, facts.text)),
    citations: facts.citations.map((citation) => citationOf(citation, facts.text, originOf)),
    scores: facts.scores.map((score) => scoreOf(score, facts.text)),
    papers: facts.papers.map(paperOf),
    submitted: [...submitted],
    flags: evaluation.flags.map((flag) => ({ ...flag, evidence: flag.evidence.map(placedQuotation) })),
    checks: evaluation.checks,
    comparable: { ...comparable, quotations: comparable.quotations.map(placedQuotation) },
  };
}

/** Gives an analysed document the name under which its bytes were handed in. */
export function nameDocument(
  { schema, version, pipeline, role, notes, comparable: _, ...rest }: AnalysedDocument,
  source: { readonly file: string; readonly sha256: string; readonly bytes: number },
): SoatDocument {
  return { schema, version, pipeline, role, notes, source: { ...source, pages: rest.pages.length }, ...rest };
}

function failureOf({ page, error }: PageFailure): Failure {
  return { code: error.code, page, message: error.explanation.vi, retryable: error.retryable };
}

function reportOf({ identity }: ReportFacts): SoatDocument['report'] {
  const { agency, number, date, year, title, place, signer, signatures, unread } = identity;
  return {
    agency,
    number,
    date,
    year,
    title,
    place,
    signer: signer === null ? null : { role: signer.role, name: signer.name },
    signatures: signatures.map((signature) => ({ ...signature })),
    unread: [...unread],
  };
}

function pagesOf(readings: readonly PageReading[], { pages }: DocumentText): SoatDocument['pages'] {
  const textOf = new Map(pages.map(({ number, text }) => [number, text]));
  return readings.map((page) => ({
    number: page.number,
    origin: page.origin,
    reason: page.reason,
    confidence: fraction(page.confidence, 3),
    coverage: fraction(page.coverage, 3),
    rotation: page.rotation,
    width: page.width,
    height: page.height,
    text: textOf.get(page.number) ?? '',
    ...(page.setAside === undefined ? {} : { setAside: page.setAside }),
    repairs: page.lines.flatMap(({ words }) => words.flatMap(repairOf)),
    doubtful: page.lines.flatMap(({ words }) => words.flatMap(doubtOf)),
    unread: page.unread.map(({ box, ...region }) => ({ ...region, box: placed(box) })),
  }));
}

function repairOf({ text, printed, box }: Word): SoatDocument['pages'][number]['repairs'] {
  return printed === undefined ? [] : [{ text, printed, box: placed(box) }];
}

function doubtOf({ text, confidence, box, alternatives }: Word): SoatDocument['pages'][number]['doubtful'] {
  if (alternatives === undefined) return [];
  const others = alternatives.map((other) => ({ text: other.text, confidence: fraction(other.confidence, 3) }));
  return [{ text, confidence: fraction(confidence, 3), box: placed(box), alternatives: others }];
}

function sectionOf(section: Section, text: DocumentText): SoatDocument['sections'][number] {
  const { path, marker, level, title, heading, criterion } = section;
  return { path, marker, level, title, page: pageOf(text, heading), criterion };
}

function citationOf(
  citation: Citation,
  text: DocumentText,
  originOf: (page: number) => 'text' | 'ocr',
): SoatDocument['citations'][number] {
  const { kind, type, number, year, symbol, full, date, dateText, issuer, title, refersTo, section, span } = citation;
  const page = pageOf(text, span);
  return {
    kind,
    text: citation.text,
    type,
    number,
    year,
    symbol,
    full,
    date,
    dateText,
    issuer,
    title,
    refersTo: refersTo === null ? null : { full: refersTo.full, date: refersTo.date },
    section,
    page,
    boxes: boxes(text, span),
    confidence: fraction(citation.confidence, 3),
    origin: originOf(page),
  };
}

function scoreOf({ criterion, claimed, max, text, section, span, confidence }: Score, document: DocumentText) {
  return {
    criterion,
    claimed,
    max,
    text,
    section,
    page: pageOf(document, span),
    boxes: boxes(document, span),
    confidence: fraction(confidence, 3),
  };
}

/** Without its place in the text, which only the analysis knows. */
function paperOf(paper: Paper): SoatDocument['papers'][number] {
  const { type, number, date, title, agency, signer, unread, pages, scanned, printed } = paper;
  return { type, number, date, title, agency, signer, unread, pages, scanned, printed };
}

function originsOf(readings: readonly PageReading[]): (page: number) => 'text' | 'ocr' {
  const ocr = new Set(readings.filter(({ origin }) => origin === 'ocr').map(({ number }) => number));
  return (page) => (ocr.has(page) ? 'ocr' : 'text');
}

function boxes(text: DocumentText, span: Span) {
  return boxesOf(text, span).map(pageBox);
}

function placedQuotation(quotation: Quotation): Quotation {
  return { ...quotation, boxes: quotation.boxes.map(pageBox) };
}

function pageBox({ page, box }: PageBox) {
  return { page, box: placed(box) };
}

/** Four digits are a sixth of a pixel at 200 dpi; a box may stick out of the page by a rounding. */
function placed([left, top, right, bottom]: Box): [number, number, number, number] {
  return [fraction(left, 4), fraction(top, 4), fraction(right, 4), fraction(bottom, 4)];
}

function fraction(value: number, digits: number): number {
  const scale = 10 ** digits;
  return Math.min(1, Math.max(0, Math.round(value * scale) / scale));
}
