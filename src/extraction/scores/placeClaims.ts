import { type DocumentText, paragraphAt, type Span } from '../../model/document-text.js';
import type { Section } from '../../model/facts.js';
import { sectionsAt } from '../../model/sectionsAt.js';
import type { ScoresVocabulary } from '../../model/vocabulary/scores.js';
import { fold } from '../../text/fold.js';
import { alternatives } from '../alternatives.js';
import type { ExtractionInput } from '../input.js';
import { type CriterionMatcher, criterionMatcherOf } from './criterionMatcher.js';
import type { Claim } from './findClaims.js';
import { inOrderOfMaxima } from './inOrderOfMaxima.js';
import { openedBy } from './openedBy.js';

/** A claim with the rubric id it is for, `total`, or null where that would be a guess. */
export interface PlacedClaim {
  readonly claim: Claim;
  readonly criterion: string | null;
  readonly section: string | null;
  /** The paragraph that tells of the criterion, where it opens with its name. */
  readonly paragraph: Span | null;
}

interface Context {
  readonly text: DocumentText;
  readonly sections: readonly Section[];
  readonly matcher: CriterionMatcher;
  readonly totalHeading: RegExp;
  readonly idLead: string;
  readonly rubricTotal: number;
}

const memo = new WeakMap<ScoresVocabulary, Pick<Context, 'totalHeading' | 'idLead'>>();

function patternsOf(vocabulary: ScoresVocabulary): Pick<Context, 'totalHeading' | 'idLead'> {
  let patterns = memo.get(vocabulary);
  if (patterns === undefined) {
    patterns = {
      totalHeading: new RegExp(alternatives(vocabulary.totalHeadings)),
      idLead: alternatives(vocabulary.idLeads),
    };
    memo.set(vocabulary, patterns);
  }
  return patterns;
}

/**
 * Gives claims to criteria: by an id, a number or a name in their own clause, else by their section. Several claims of one
 * section are told apart by their maxima, by their sum and by the sub-heading above them; the rest stays unplaced.
 */
export function placeClaims({ text, sections, pipeline }: ExtractionInput, claims: readonly Claim[]): PlacedClaim[] {
  const context = {
    text,
    sections,
    matcher: criterionMatcherOf(pipeline),
    rubricTotal: pipeline.rubric.total,
    ...patternsOf(pipeline.vocabulary.scores),
  };
  const places = claims.map((claim) => placeAlone(claim, claims, context));
  const byHome = new Map<string, Claim[]>();
  for (const [index, place] of places.entries()) {
    const claim = claims[index];
    if (place.home === null || place.criterion !== null || claim === undefined) continue;
    byHome.set(place.home, [...(byHome.get(place.home) ?? []), claim]);
  }
  const taken = new Set([...places.map(({ criterion }) => criterion), ...byHome.keys()]);
  const shared = new Map([...byHome].flatMap(([home, group]) => [...placeGroup(home, group, taken, context)]));
  const paragraphs = claims.map(({ span }) => paragraphAt(text, span.start));
  return claims.map((claim, index) => {
    const criterion = places[index]?.criterion ?? shared.get(claim) ?? null;
    const around = sectionsAt(sections, claim.span.start);
    // Below the heading of a criterion a paragraph is that criterion's.
    const isBelow = around.some((section) => section.criterion !== null);
    const isAlone = [index - 1, index + 1].every((at) => paragraphs[at] !== paragraphs[index]);
    const opened = isBelow || !isAlone ? null : openedBy(claim, { text, pipeline });
    const own = opened !== null && (criterion === null || criterion === opened.criterion) ? opened : null;
    return {
      claim: { ...claim, max: claim.max ?? own?.max ?? null },
      criterion: own?.criterion ?? criterion,
      section: around[0]?.path ?? null,
      paragraph: own?.paragraph ?? null,
    };
  });
}

interface Place {
  readonly criterion: string | null;
  /** The section's criterion, where the claim's own clause does not decide. */
  readonly home: string | null;
}

function placeAlone(claim: Claim, claims: readonly Claim[], context: Context): Place {
  const lead = context.text.text.slice(claim.lead.start, claim.lead.end);
  const named = idIn(lead, context) ?? criterionOfNumber(lead, context);
  if (named !== null) return { criterion: named, home: null };
  const around = sectionsAt(context.sections, claim.span.start);
  const own = around[0]?.criterion ?? null;
  const home = own ?? around.find((section) => section.criterion !== null)?.criterion ?? null;
  if (isTotal(claim, claims, around[0], home, context)) return { criterion: 'total', home: null };
  const titled = context.matcher.byOpening(withoutBullet(lead), (id) => home === null || id.startsWith(`${home}.`));
  if (titled !== null) return { criterion: titled, home: null };
  // A sub-section that is no criterion of the rubric has points of its own, unless the maximum is the criterion's or a part's.
  const fits =
    own !== null || (home !== null && [home, ...partsOf(home, context)].some((id) => claim.max === maxOf(id, context)));
  return { criterion: null, home: fits ? home : null };
}

/** `tiêu chí B.1.6: 2/2`, `B.1: 27/27`, `- A.1.1. Ban hành kế hoạch …`. Ids are never folded: D is not Đ. */
function idIn(lead: string, { matcher, idLead }: Context): string | null {
  const id = '([A-ZĐ](?:\\.\\d+)*)(?![\\p{L}\\d])';
  const beside = [...fold(lead).matchAll(new RegExp(`${idLead}\\s+(?=[a-z])`, 'g'))].map(
    (match) => new RegExp(`^${id}`, 'u').exec(lead.slice(match.index + match[0].length))?.[1],
  );
  const atEnd = new RegExp(`(?:^|[\\s,;(])${id}\\s*(?:\\)?\\s*[:=–-]|\\))\\s*$`, 'u').exec(lead)?.[1];
  const atStart = /^\s*[-+*•]?\s*([A-ZĐ](?:\.\d+)+)(?![\p{L}\d])/u.exec(lead)?.[1];
  return [...beside.reverse(), atEnd, atStart].find((one) => one !== undefined && matcher.criteria.has(one)) ?? null;
}

/** `Tổng điểm mục 2: 30/30`: the criterion of the section of that number. */
function criterionOfNumber(lead: string, { sections, idLead }: Context): string | null {
  const number = new RegExp(`${idLead}\\s+(\\d+(?:\\.\\d+)*)(?=\\s*[:)=.–-]*\\s*(?:dat|la|:|$))`).exec(fold(lead))?.[1];
  if (number === undefined) return null;
  return sections.find((section) => section.marker === number && section.criterion !== null)?.criterion ?? null;
}

function isTotal(
  claim: Claim,
  claims: readonly Claim[],
  section: Section | undefined,
  home: string | null,
  context: Context,
): boolean {
  const homeMax = home === null ? null : maxOf(home, context);
  if (claim.max === context.rubricTotal) return homeMax !== context.rubricTotal;
  if (home !== null) return claim.total && claim.max === null && homeMax !== null && claim.claimed > homeMax;
  if (claim.total) return true;
  if (section === undefined || !context.totalHeading.test(fold(section.title))) return false;
  return claims.filter(({ span }) => section.span.start <= span.start && span.start < section.span.end).length === 1;
}

/** What the claims of one section that name nothing themselves are for. */
function placeGroup(
  home: string,
  group: readonly Claim[],
  taken: ReadonlySet<string | null>,
  context: Context,
): Map<Claim, string> {
  const placed = partsInOrder(home, group, taken, context);
  const rest = group.filter((claim) => !placed.has(claim));
  const whole = rest.some((claim) => isOfLostPart(home, claim, taken, context)) ? [] : wholeOf(home, rest, context);
  for (const claim of rest) {
    if (whole.includes(claim)) {
      placed.set(claim, home);
      continue;
    }
    const above = ancestorWithMax(home, claim, context) ?? headingAbove(home, claim, group, context);
    if (above !== null) placed.set(claim, above);
  }
  return placed;
}

/**
 * Claims below a criterion that are as many as its parts that are claimed nowhere else, and print their maxima: `a) … 5/5
 * điểm`, `b) … 15/15 điểm` under A are A.1 and A.2. One alone under the criterion's own heading is the criterion's.
 */
function partsInOrder(
  home: string,
  group: readonly Claim[],
  taken: ReadonlySet<string | null>,
  context: Context,
): Map<Claim, string> {
  const whole = maxOf(home, context);
  const claims = group.filter(({ max }) => max !== null && max !== whole);
  const open = partsOf(home, context).filter((id) => !taken.has(id));
  if (claims.length === 1 && standsUnder(home, claims, context)) return new Map();
  return inOrderOfMaxima(
    claims,
    open.flatMap((id) => ({ id, max: maxOf(id, context) })),
  );
}

/** The maximum of a part that is claimed nowhere, under the whole's heading: the part's own heading was not seen. */
function isOfLostPart(home: string, { max }: Claim, taken: ReadonlySet<string | null>, context: Context): boolean {
  if (max === null || max === maxOf(home, context)) return false;
  return partsOf(home, context).some((id) => !taken.has(id) && maxOf(id, context) === max);
}

function standsUnder(home: string, claims: readonly Claim[], { sections }: Context): boolean {
  return claims.every(({ span }) => sectionsAt(sections, span.start)[0]?.criterion === home);
}

function partsOf(home: string, { matcher }: Context): readonly string[] {
  return matcher.criteria.get(home)?.children.map(({ id }) => id) ?? [];
}

function wholeOf(home: string, group: readonly Claim[], context: Context): readonly Claim[] {
  const [first] = group;
  if (first === undefined) return [];
  if (group.every(({ claimed, max }) => claimed === first.claimed && max === first.max)) return group;
  const rubricMax = maxOf(home, context);
  const fitting = group.filter(({ max }) => max !== null && max === rubricMax);
  if (fitting.length > 0) return fitting;
  const sum = group.find((one) => {
    const others = group.filter((other) => other !== one);
    const total = (of: (claim: Claim) => number) => Math.round(others.reduce((all, other) => all + of(other), 0) * 100);
    return total(({ claimed }) => claimed) === Math.round(one.claimed * 100) && others.length > 1;
  });
  const stated = sum ?? group.find(({ total }) => total);
  return stated === undefined ? [] : [stated];
}

function ancestorWithMax(home: string, { max, total }: Claim, context: Context): string | null {
  if (!total || max === null) return null;
  for (let id = home; id.includes('.'); ) {
    id = id.slice(0, id.lastIndexOf('.'));
    if (maxOf(id, context) === max) return id;
  }
  return null;
}

/** The nearest paragraph above the claim, up to the claim before it, that begins with a part of the section's criterion. */
function headingAbove(home: string, claim: Claim, group: readonly Claim[], { text, sections, matcher }: Context) {
  const heading = sectionsAt(sections, claim.span.start)[0]?.heading.end ?? 0;
  const previous = group.filter(({ span }) => span.end <= claim.span.start).map(({ span }) => span.end);
  const from = Math.max(heading, ...previous);
  const paragraphs = text.paragraphs.filter(({ start, end }) => end > from && start <= claim.span.start);
  for (const paragraph of paragraphs.reverse()) {
    const start = Math.max(paragraph.start, from);
    const id = matcher.byOpening(withoutBullet(text.text.slice(start, paragraph.end)), (one) =>
      one.startsWith(`${home}.`),
    );
    if (id !== null) return id;
  }
  return null;
}

function withoutBullet(text: string): string {
  return text.replace(/^[\s\-+*•–.,;:]+/u, '').replace(/^(?:[a-zđ]\)|\(\w+\)|\d+(?:\.\d+)*[.)])\s*/iu, '');
}

function maxOf(id: string, { matcher }: Context): number | null {
  return matcher.criteria.get(id)?.max ?? null;
}
