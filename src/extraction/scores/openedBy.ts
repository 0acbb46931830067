import { paragraphAt, type Span } from '../../model/document-text.js';
import type { ScoresVocabulary } from '../../model/vocabulary/scores.js';
import { fold } from '../../text/fold.js';
import { tokensOf } from '../../text/resembles.js';
import { alternatives } from '../alternatives.js';
import type { ExtractionInput } from '../input.js';
import { criterionMatcherOf } from './criterionMatcher.js';
import type { Claim } from './findClaims.js';
import { maximumInName } from './maximumInName.js';
import { parsePoints } from './parsePoints.js';

/** A paragraph that opens with a criterion's name, tells of it and claims its points. */
export interface Opened {
  readonly criterion: string;
  readonly paragraph: Span;
  /** Printed beside the name: `Xử lý tham nhũng (tối đa 20 điểm): …`. */
  readonly max: number | null;
}

/** Words besides the criterion's and those of points from which a paragraph tells more than its points. */
const fewestTold = 2;
/** A name behind which a colon stands, in UTF-16 units. */
const longestName = 260;
/** What the claim's own clause tells before it claims: `Sở đã khiển trách … và tự chấm`; a name alone (`Sở Tài chính tự chấm`) tells nothing. */
const goesOn = /(?:,|\svà|\snên)\s*$/u;

/**
 * `a) Xử lý tham nhũng: không có vụ việc. Tự chấm 20/20 điểm.`, `Về xử lý tham nhũng, Sở đã … và tự chấm 20/20 điểm.`,
 * `Việc xử lý tham nhũng đạt 20/20 điểm. Đã …`: null where the paragraph tells only points, or prints a maximum that is
 * not the criterion's.
 */
export function openedBy(claim: Claim, { text, pipeline }: Pick<ExtractionInput, 'text' | 'pipeline'>): Opened | null {
  const paragraph = paragraphAt(text, claim.span.start);
  if (paragraph === undefined || paragraph.cells !== undefined) return null;
  const { vocabulary } = pipeline;
  const told = withoutOpening(text.text.slice(paragraph.start, claim.span.start), vocabulary.scores);
  const name = told.slice(0, longestName).split(':', 1)[0] ?? '';
  const matcher = criterionMatcherOf(pipeline);
  const criterion = (name.length < told.length ? matcher.byTitle(name) : null) ?? matcher.byOpening(told);
  const known = matcher.criteria.get(criterion ?? '');
  if (known === undefined) return null;
  const place = maximumInName(name, vocabulary.scores);
  const max = place === null ? null : parsePoints(name.slice(place.from, place.to));
  if ([claim.max, max].some((printed) => printed !== null && printed !== known.max)) return null;
  const { ownClaims, weakLeads, fillers, units, maxima, openings } = vocabulary.scores;
  const scoring = [ownClaims, weakLeads, fillers, units, maxima, openings].flat();
  const expected = new Set([known.name, ...known.aliases, ...scoring].flatMap(tokensOf));
  const further = (start: number, end: number) =>
    tokensOf(text.text.slice(start, end)).filter((word) => !expected.has(word) && !/^\d+$/.test(word)).length;
  const besides = further(paragraph.start, claim.lead.start) + further(claim.span.end, paragraph.end);
  const tells = further(paragraph.start, paragraph.end) >= fewestTold && (besides > 0 || goesOn.test(told));
  return tells ? { criterion: known.id, paragraph, max } : null;
}

function withoutOpening(text: string, { openings }: ScoresVocabulary): string {
  const unmarked = text.replace(/^[\s\-+*•–.,;:]+/u, '').replace(/^(?:[a-zđ]\)|\(\w+\)|\d+(?:\.\d+)*[.)])\s*/iu, '');
  const opening = new RegExp(`^${alternatives(openings)}\\s+`).exec(fold(unmarked))?.[0] ?? '';
  return unmarked.slice(opening.length);
}
