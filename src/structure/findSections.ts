import { type DocumentText, type Span, textOf } from '../model/document-text.js';
import type { Section } from '../model/facts.js';
import type { Pipeline } from '../model/pipeline.js';
import { fold } from '../text/fold.js';
import type { DocumentParts } from './findParts.js';
import { headingCandidates } from './headingCandidates.js';
import { keepRuns } from './keepRuns.js';
import { matchCriteria } from './matchCriteria.js';
import { matchParts } from './matchParts.js';
import { type OutlineNode, outlineOf } from './outline.js';

/**
 * Numbered headings become sections in the order of the text, mapped to the rubric's criteria and the required parts;
 * appendices follow, each a section of its own. The covering letter has none.
 */
export function findSections(text: DocumentText, parts: DocumentParts, pipeline: Pipeline): readonly Section[] {
  return [
    ...sectionsIn(text, parts.report, pipeline, null),
    ...parts.appendices.flatMap((span) => {
      const appendix = appendixOf(text, span, pipeline);
      return [appendix, ...sectionsIn(text, span, pipeline, appendix)];
    }),
  ];
}

function sectionsIn(text: DocumentText, span: Span, pipeline: Pipeline, appendix: Section | null): readonly Section[] {
  const nodes = keepRuns(
    outlineOf(headingCandidates(text, span, pipeline).filter(({ span: own }) => own.start !== appendix?.heading.start)),
  );
  const criteria = matchCriteria(nodes, pipeline);
  const parts = appendix === null ? matchParts(nodes, criteria, pipeline) : new Map<OutlineNode, string>();
  const end = bodyEnd(text, span, nodes.at(-1)?.candidate.span.end ?? span.start);
  return nodes.map((node, index) => {
    const markers = markersOf(node);
    const following = nodes.slice(index + 1).find((other) => markersOf(other).length <= markers.length);
    const level = markers.length + (appendix === null ? 0 : 1);
    return {
      path: [...(appendix === null ? [] : [appendix.path]), ...markers].join('/'),
      marker: node.reading.marker,
      level,
      title: node.candidate.title,
      heading: node.candidate.span,
      span: {
        start: node.candidate.span.start,
        end: following === undefined ? end : endBefore(text, following.candidate.span.start),
      },
      criterion: criteria.get(node) ?? null,
      part: parts.get(node) ?? null,
      appendix: appendix !== null,
    };
  });
}

function markersOf(node: OutlineNode): readonly string[] {
  return node.parent === null ? [node.reading.marker] : [...markersOf(node.parent), node.reading.marker];
}

/** The end of the paragraph before an offset that starts one. */
function endBefore(text: DocumentText, start: number): number {
  return Math.max(0, text.text.slice(0, start).trimEnd().length);
}

/** Where the text under the last heading ends: before recipients and signature. */
function bodyEnd(text: DocumentText, span: Span, after: number): number {
  const closing = text.paragraphs.find(
    ({ kind, start, end }) => start >= after && end <= span.end && (kind === 'recipients' || kind === 'signature'),
  );
  return closing === undefined ? span.end : endBefore(text, closing.start);
}

/** `Phụ lục II`, with the rest of its line, or the line below, as title. */
function appendixOf(text: DocumentText, span: Span, pipeline: Pipeline): Section {
  const paragraphs = text.paragraphs.filter(({ start, end }) => start >= span.start && end <= span.end);
  const first = paragraphs[0];
  const head = first === undefined ? '' : textOf(text, first);
  const word = pipeline.vocabulary.text.annexWords.find((annex) => fold(head).startsWith(fold(annex))) ?? '';
  const numeral = /^\s*(?:số\s+)?([IVXLl]{1,5}|\d{1,2}|[A-ZĐ])(?=$|[\s.:),/–-])[.:)]?\s*(?:[-–:]\s*)?/u.exec(
    head.slice(word.length),
  );
  const name = word === '' ? '' : fold(word) === 'phu luc' ? '' : ` ${head.slice(0, word.length)}`;
  const marker = `Phụ lục${name}${numeral?.[1] === undefined ? '' : ` ${numeral[1]}`}`;
  const rest = head.slice(word === '' ? 0 : word.length + (numeral?.[0].length ?? 0)).replace(/^[\s.:–-]+/u, '');
  const below = paragraphs[1];
  const title = rest !== '' || below === undefined || below.kind === 'table-row' ? rest : textOf(text, below);
  return {
    path: marker,
    marker,
    level: 1,
    title,
    heading: { start: span.start, end: first?.end ?? span.start },
    span,
    criterion: null,
    part: null,
    appendix: true,
  };
}
