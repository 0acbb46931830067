import { type DocumentText, type Span, textOf } from '../../model/document-text.js';
import type { ScoresVocabulary } from '../../model/vocabulary/scores.js';
import { foldedOf } from '../../text/foldedText.js';
import { type ClaimPatterns, claimPatternsOf } from './claimPatterns.js';
import { parsePoints } from './parsePoints.js';

/** Points claimed in running text, not yet given to a criterion. */
export interface Claim {
  readonly claimed: number;
  readonly max: number | null;
  /** The claim's words and its points. */
  readonly span: Span;
  /** The digits of the points and of the maximum. */
  readonly points: readonly Span[];
  /** Words of a total stand before the points. */
  readonly total: boolean;
  /** What stands before the points in the same clause. */
  readonly lead: Span;
}

interface Expression {
  readonly digits: readonly (readonly [from: number, to: number])[];
  readonly at: number;
  readonly end: number;
  readonly claimed: number;
  readonly max: number | null;
  readonly unit: boolean;
}

/** How surely the words before the points claim them. */
type Strength = 'own' | 'weak' | 'none';

/** A printed maximum may stand before the points: `Điểm tối đa: 5; điểm tự chấm: 4,5`. In UTF-16 units. */
const farthestMaximum = 60;

/**
 * The agency's own claims in a piece of running text (`Tự đánh giá đạt : 20/20 điểm`, `Điểm tự chấm: 4`, `đạt 98.5 điểm`).
 * Deductions, maxima alone, ranks, points of other indices, of other years and of reviewers are none.
 * @param year the year reported on, where known
 */
export function findClaims(
  text: DocumentText,
  area: Span,
  vocabulary: ScoresVocabulary,
  year: number | null,
): readonly Claim[] {
  const patterns = claimPatternsOf(vocabulary);
  const source = textOf(text, area);
  const folded = foldedOf(text, area);
  const claims: Claim[] = [];
  let pendingMaximum: Expression | null = null;
  let from = 0;
  let claimsEnd = 0;
  for (const number of folded.matchAll(/(?<![a-z\d,/-]|(?<![:=]\s?)\.|\d\s?[/.,]\s?)[ol]?\d/g)) {
    if (number.index < from) continue;
    const expression = expressionAt(folded, number.index, patterns);
    if (expression === null) continue;
    const clauseStart = Math.max(claimsEnd, clauseStartBefore(source, number.index));
    const lead = folded.slice(clauseStart, expression.at);
    if (expression.max === null && patterns.maximumBefore.test(lead)) {
      pendingMaximum = expression;
      from = expression.end;
      continue;
    }
    const words = claimingWords(lead, expression, source.slice(expression.end), patterns);
    if (
      words === null ||
      isNoClaim(lead, source.slice(clauseStart, expression.at), words.strength, expression, patterns, year)
    )
      continue;
    const near = pendingMaximum !== null && expression.at - pendingMaximum.end <= farthestMaximum;
    const max = expression.max ?? (near ? (pendingMaximum?.claimed ?? null) : null);
    const firstPoint = near && expression.max === null ? (pendingMaximum?.at ?? expression.at) : expression.at;
    claims.push({
      claimed: expression.claimed,
      max,
      span: { start: area.start + Math.min(firstPoint, clauseStart + words.at), end: area.start + expression.end },
      points: [...(firstPoint < expression.at ? (pendingMaximum?.digits ?? []) : []), ...expression.digits].map(
        ([start, end]) => ({ start: area.start + start, end: area.start + end }),
      ),
      total: patterns.total.test(lead),
      lead: { start: area.start + clauseStart, end: area.start + expression.at },
    });
    pendingMaximum = null;
    from = expression.end;
    claimsEnd = from;
  }
  return claims;
}

function expressionAt(folded: string, at: number, patterns: ClaimPatterns): Expression | null {
  for (const pattern of patterns.expressions) {
    pattern.lastIndex = at;
    const match = pattern.exec(folded);
    const groups = match?.groups;
    const claimed = parsePoints(groups?.n ?? '');
    if (groups === undefined || claimed === null) continue;
    const max = groups.m === undefined ? null : parsePoints(groups.m);
    // `20/12/2023`, `36/2018`: a year is no maximum.
    if (groups.m !== undefined && (max === null || max >= 1000)) continue;
    const digits = [match?.indices?.groups?.n, match?.indices?.groups?.m].filter((place) => place !== undefined);
    const unit = [groups.u, groups.v, groups.w, groups.x].some((printed) => printed !== undefined);
    return { digits, at, end: pattern.lastIndex, claimed, max, unit };
  }
  return null;
}

/** Words further before the points do not claim them. In UTF-16 units. */
const longestLead = 400;

/** Behind the last full stop, semicolon or paragraph start. A stop ends a clause where a capital follows. */
function clauseStartBefore(source: string, at: number): number {
  const from = Math.max(0, at - longestLead);
  let start = from;
  for (const stop of source.slice(from, at).matchAll(/[;!?]|\.(?=\s+[\p{Lu}(])/gu)) start = from + stop.index + 1;
  return start;
}

function claimingWords(lead: string, { max, unit }: Expression, behind: string, patterns: ClaimPatterns) {
  const words = (strength: Strength, at: number) => ({ strength, at });
  const own = patterns.ownBefore.exec(lead);
  // Without its unit a number must end what is said, or the reason follows: `tự đánh giá 5/5 lĩnh vực` is no score. As
  // printed: without diacritics `vì` is the `vị` of `vị trí`.
  if (own !== null && (unit || /^\s*(?:$|[.,;)\](“”"]|-\s|(?:do|vì|trừ)\s)/i.test(behind)))
    return words('own', own.index);
  // `tự chấm: 3:`: behind a colon, with nothing but marks to the end, a full stop was read as another mark.
  if (own !== null && /[:=]\s*$/.test(lead) && /^[^\p{L}\d%/]*$/u.test(behind)) return words('own', own.index);
  // `Điểm chấm: 5/5.` and no more on its line but a reason: the label is the unit.
  if (max !== null && patterns.labelBefore.test(lead) && /^\s*\)?\s*(?:$|[.,;(])/.test(behind))
    return words('weak', lead.search(/[a-z]/));
  if (!unit) return null;
  const weak = patterns.weakBefore.exec(lead);
  if (weak !== null && (max !== null || /^(?:dat|duoc)/.test(weak[0]))) return words('weak', weak.index);
  if (max !== null && /(?:^|[:([,;–-])\s*$/.test(lead)) return words('none', lead.length);
  return null;
}

function isNoClaim(
  lead: string,
  printed: string,
  strength: Strength,
  { max }: Expression,
  patterns: ClaimPatterns,
  year: number | null,
): boolean {
  const notClaim = patterns.notClaimBefore.exec(lead);
  if (notClaim !== null && !isInName(printed, notClaim.index)) return true;
  if (patterns.intention.test(lead)) return true;
  const lastOwn = lastIndexOf(lead, patterns.own);
  if (lastIndexOf(lead, patterns.reviewer) > lastOwn) return true;
  const index = lastIndexOf(lead, patterns.otherIndex);
  if (index !== -1 && (strength !== 'own' || index > lastOwn || (max ?? 0) >= 100)) return true;
  // A footnote begins with its number.
  const time = /(?:^[^a-z]*|[,;(]\s*)(?:trong\s+)?nam\s+(?:(20\d\d)|(?:truoc|ngoai)(?![a-z]))/.exec(lead);
  if (time === null || time[1] === undefined) return time !== null;
  return year !== null && Number(time[1]) !== year;
}

/** A word in the middle of a proper name: the `Thượng` of `UBND huyện Lộc Thượng: 98 điểm` folds to the `thưởng` of a bonus. */
function isInName(printed: string, at: number): boolean {
  return (
    /(?<!\p{L})(?!Điểm\s)\p{Lu}\p{Ll}*\s+$/u.test(printed.slice(0, at)) && /^\p{Lu}\p{Ll}/u.test(printed.slice(at))
  );
}

function lastIndexOf(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].at(-1)?.index ?? -1;
}
