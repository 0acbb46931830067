import { paragraphAt, type Span } from '../../model/document-text.js';
import { tokensOf } from '../../text/resembles.js';
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

/** Words besides the criterion's own from which a paragraph tells more than its points. */
const fewestTold = 3;
/** A name behind which a colon stands, in UTF-16 units. */
const longestName = 260;

/**
 * `a) Xử lý tham nhũng: không có vụ việc. Tự chấm 20/20 điểm.`, `Về xử lý tham nhũng, Sở đã … và tự chấm 20/20 điểm.`:
 * null where the paragraph tells only points, or prints a maximum that is not the criterion's.
 */
export function openedBy(claim: Claim, { text, pipeline }: Pick<ExtractionInput, 'text' | 'pipeline'>): Opened | null {
  const paragraph = paragraphAt(text, claim.span.start);
  if (paragraph === undefined || paragraph.cells !== undefined) return null;
  const told = withoutMark(text.text.slice(paragraph.start, claim.span.start));
  const name = told.slice(0, longestName).split(':', 1)[0] ?? '';
  const matcher = criterionMatcherOf(pipeline);
  const criterion = (name.length < told.length ? matcher.byTitle(name) : null) ?? matcher.byOpening(told);
  const known = matcher.criteria.get(criterion ?? '');
  if (known === undefined) return null;
  const place = maximumInName(name, pipeline.vocabulary.scores);
  const max = place === null ? null : parsePoints(name.slice(place.from, place.to));
  if ([claim.max, max].some((printed) => printed !== null && printed !== known.max)) return null;
  const names = new Set([known.name, ...known.aliases].flatMap(tokensOf));
  const further = tokensOf(told).filter((word) => !names.has(word) && !/^\d+$/.test(word));
  return further.length < fewestTold ? null : { criterion: known.id, paragraph, max };
}

function withoutMark(text: string): string {
  return text
    .replace(/^[\s\-+*•–.,;:]+/u, '')
    .replace(/^(?:[a-zđ]\)|\(\w+\)|\d+(?:\.\d+)*[.)])\s*/iu, '')
    .replace(/^Về\s+(?:việc\s+)?/u, '');
}
