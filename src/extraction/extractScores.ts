import { confidenceOf, type DocumentText, type Paragraph, type Span, textOf } from '../model/document-text.js';
import type { NotAssessed, Score, UnplacedScore } from '../model/facts.js';
import { sectionsAt } from '../model/sectionsAt.js';
import { foldedOf } from '../text/foldedText.js';
import type { ExtractionInput } from './input.js';
import { reportedYearIn } from './reportedYear.js';
import { claimPatternsOf } from './scores/claimPatterns.js';
import { criterionMatcherOf } from './scores/criterionMatcher.js';
import { type Claim, findClaims } from './scores/findClaims.js';
import { deductionIn } from './scores/findDeductions.js';
import { findNotAssessed } from './scores/findNotAssessed.js';
import { parsePoints } from './scores/parsePoints.js';
import { placeClaims } from './scores/placeClaims.js';
import { readTableScores, type TableScore } from './scores/readTableScores.js';

export interface Scores {
  /** In the text's order. */
  readonly scores: readonly Score[];
  readonly notAssessed: readonly NotAssessed[];
  readonly unplacedScores: readonly UnplacedScore[];
}

/**
 * Claimed points in sentences and in tables of points, each mention a record of its own. Points that no criterion can be
 * given without guessing, and cells that could not be read, are kept apart in `unplacedScores`.
 */
export function extractScores(input: ExtractionInput): Scores {
  const { text, parts } = input;
  const year = reportedYearIn(input);
  const table = readTableScores(input, year);
  const running = [parts.report, ...parts.appendices].flatMap((span) =>
    text.paragraphs.filter(
      (one) => span.start <= one.start && one.start < span.end && !table.taken.has(one) && isSaid(one.kind),
    ),
  );
  const claims = claimsIn(running, year, input);
  const placed = placeClaims(input, claims);
  const printsMaxima = claims.some(({ max }) => max !== null);
  const sentences = placed.flatMap(({ claim, criterion, section, paragraph }): Score[] =>
    criterion === null
      ? []
      : [
          {
            criterion,
            claimed: claim.claimed,
            max: claim.max,
            span: claim.span,
            text: textOf(text, claim.span),
            section,
            source: 'sentence',
            paragraph,
            ...certainty(text, claim.points, criterion, claim, printsMaxima, input),
          },
        ],
  );
  const unplaced = placed
    .filter(({ criterion }) => criterion === null)
    .map(({ claim: { claimed, max, span }, section }) => ({
      criterion: null,
      claimed,
      max,
      blank: false,
      span,
      section,
    }));
  return {
    scores: inOrder([...sentences, ...table.scores.flatMap((score) => tableScore(score, input))]),
    notAssessed: inOrder([...notAssessedIn(running, input), ...table.scores.flatMap(notAssessedRow)]),
    unplacedScores: inOrder([
      ...unplaced,
      ...unreadClaims(running, claims, input),
      ...deductionsIn(running, input),
      ...table.scores.flatMap((score) => unplacedRow(score, input)),
    ]),
  };
}

function isSaid(kind: string): boolean {
  return kind === 'body' || kind === 'table-row' || kind === 'footnote';
}

/** In a table that is none of points each cell is a text of its own; so is a row of a label and its points: `Điểm tối đa`, `20`. */
function claimsIn(
  paragraphs: readonly { readonly start: number; readonly end: number; readonly cells?: readonly Span[] }[],
  year: number | null,
  { text, pipeline }: ExtractionInput,
): readonly Claim[] {
  const { maximumLine } = claimPatternsOf(pipeline.vocabulary.scores);
  const isLabelled = ([, value, ...further]: readonly Span[]) =>
    value !== undefined && further.length === 0 && parsePoints(foldedOf(text, value).trim()) !== null;
  const areas = paragraphs.flatMap((paragraph): readonly Span[] =>
    paragraph.cells === undefined || isLabelled(paragraph.cells) ? [paragraph] : paragraph.cells,
  );
  const isMaximum = ({ start, end }: Span) =>
    end - start <= longestMaximum && maximumLine.test(foldedOf(text, { start, end }));
  /** Up to here a maximum below a claim is that claim's. */
  let given = 0;
  return areas.flatMap((area, index) => {
    const [above = area, below = area] = [areas[index - 1], areas[index + 1]];
    // `Điểm tối đa: 5 điểm` on the line above belongs to the claim; on the line below, where none stands above.
    const isLed = touch(above, area) && isMaximum(above) && given < above.end;
    const isFollowed = !isLed && touch(area, below) && isMaximum(below) && !isMaximum(area);
    const span = { start: isLed ? above.start : area.start, end: isFollowed ? below.end : area.end };
    const claims = findClaims(text, span, pipeline.vocabulary.scores, year);
    given = Math.max(given, ...claims.map((claim) => claim.span.end));
    return claims;
  });
}

/** Nothing but the line's end stands between two lines. */
function touch(above: Span, below: Span): boolean {
  return above !== below && below.start - above.end <= 1;
}

/** In UTF-16 units. */
const longestMaximum = 80;

/** A line longer than this says more than points. */
const longestClaim = 120;

/** Lines that begin with a claim's words, in a criterion's section, and whose points make no sense: `Tự đánh giá đạt: 2?/20`. */
function unreadClaims(
  paragraphs: readonly Paragraph[],
  claims: readonly Claim[],
  { text, sections, pipeline }: ExtractionInput,
): UnplacedScore[] {
  const { ownFirst } = claimPatternsOf(pipeline.vocabulary.scores);
  return paragraphs.flatMap((paragraph): UnplacedScore[] => {
    const { start, end } = paragraph;
    const section = sectionsAt(sections, start)[0];
    const isHeading = section !== undefined && start < section.heading.end;
    if (section?.criterion == null || isHeading || end - start > longestClaim || paragraph.cells !== undefined)
      return [];
    const folded = foldedOf(text, paragraph);
    if (!ownFirst.test(folded) || !/\d|\bdi[a-z]{2}\b/.test(folded)) return [];
    if (claims.some(({ span }) => span.start < end && start < span.end)) return [];
    if (findNotAssessed(text, paragraph, pipeline.vocabulary.scores).length > 0) return [];
    const span = { start, end };
    return [{ criterion: section.criterion, claimed: null, max: null, blank: false, span, section: section.path }];
  });
}

/**
 * Doubtful: a digit read with little confidence, or points that cannot be: above the whole rubric, or, in a report that
 * prints maxima and was read from a picture, above the criterion's maximum with none printed (a lost slash).
 */
function certainty(
  text: DocumentText,
  points: readonly Span[],
  criterion: string,
  { claimed, max }: { readonly claimed: number; readonly max: number | null },
  printsMaxima: boolean,
  { pipeline }: ExtractionInput,
): Pick<Score, 'confidence' | 'doubtful'> {
  const confidence = Math.min(1, ...points.map((span) => confidenceOf(text, span)));
  const { total } = pipeline.rubric;
  const rubricMax =
    criterion === 'total' ? total : (criterionMatcherOf(pipeline).criteria.get(criterion)?.max ?? total);
  const impossible = claimed > (criterion === 'total' ? 2 * total : total) || (max !== null && max > 2 * total);
  const lostSlash = printsMaxima && max === null && claimed > rubricMax && text.words.length > 0;
  return { confidence, doubtful: confidence < pipeline.thresholds.doubtfulConfidence || impossible || lostSlash };
}

function tableScore(score: TableScore, input: ExtractionInput): Score[] {
  const { criterion, claimed, max, span, points } = score;
  if (criterion === null || claimed === null) return [];
  return [
    {
      criterion,
      claimed,
      max,
      span,
      text: textOf(input.text, span),
      section: sectionsAt(input.sections, span.start)[0]?.path ?? null,
      source: 'table',
      paragraph: null,
      ...certainty(input.text, points, criterion, { claimed, max }, false, input),
    },
  ];
}

function notAssessedRow({ criterion, cell, span }: TableScore): NotAssessed[] {
  return criterion !== null && criterion !== 'total' && cell === 'not-assessed' ? [{ criterion, span }] : [];
}

/** Points of an unknown row, and cells of a known row that are empty or could not be read. */
function unplacedRow(
  { criterion, cell, claimed, max, span }: TableScore,
  { sections }: ExtractionInput,
): UnplacedScore[] {
  const lost = criterion === null ? claimed !== null : cell === 'unreadable' || (cell === 'empty' && max !== null);
  if (!lost) return [];
  return [
    {
      criterion,
      claimed,
      max,
      blank: cell === 'empty',
      span,
      section: sectionsAt(sections, span.start)[0]?.path ?? null,
    },
  ];
}

/** Outside the criteria: there a deduction explains the points of its own criterion. */
function deductionsIn(
  paragraphs: readonly Paragraph[],
  { text, sections, pipeline }: ExtractionInput,
): UnplacedScore[] {
  return paragraphs.flatMap(({ start, end }) => {
    const section = sectionsAt(sections, start)[0];
    const points = deductionIn(text, { start, end }, pipeline.vocabulary.scores);
    if (points === null || (section?.criterion ?? null) !== null) return [];
    const path = section?.path ?? null;
    return [{ criterion: null, claimed: -points, max: null, blank: false, span: { start, end }, section: path }];
  });
}

function notAssessedIn(
  paragraphs: readonly Parameters<typeof findNotAssessed>[1][],
  { text, sections, pipeline }: ExtractionInput,
): NotAssessed[] {
  return paragraphs
    .flatMap((paragraph) => findNotAssessed(text, paragraph, pipeline.vocabulary.scores))
    .flatMap((span) => {
      const criterion = sectionsAt(sections, span.start)[0]?.criterion ?? null;
      return criterion === null ? [] : [{ criterion, span }];
    });
}

function inOrder<Item extends { readonly span: Span }>(items: readonly Item[]): readonly Item[] {
  return [...items].sort((left, right) => left.span.start - right.span.start);
}
