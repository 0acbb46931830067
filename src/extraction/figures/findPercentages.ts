import type { Percentage } from '../../model/facts.js';
import { fitsOtherwise } from './fitsOtherwise.js';
import type { Amount, PercentToken, Token } from './numberTokens.js';
import { type Binding, percentagePatterns } from './percentagePatterns.js';
import { isDoubtful, quantityOf, type Stretch, spanIn } from './Stretch.js';
import { amounts, sign } from './sign.js';
import { nounBehind, sameKind } from './unitAgreement.js';

interface Candidate {
  readonly part: Amount;
  readonly whole: Amount;
  readonly percent: PercentToken;
  readonly binding: Binding;
  readonly groups: Readonly<Record<string, string | undefined>>;
  readonly end: number;
}

/**
 * Percentages beside the numbers they are made of: `tiếp nhận 293 hồ sơ, giải quyết đúng hạn 229 hồ sơ, đạt 78,2%`.
 * Where the words leave open which numbers belong to it, there is none: a wrong pair would be a false accusation.
 */
export function findPercentages(stretch: Stretch, doubtfulConfidence: number): readonly Percentage[] {
  if (!stretch.masked.includes(sign.percent)) return [];
  const found = new Map<PercentToken, Percentage>();
  const judged = new Set<PercentToken>();
  for (const { regex, binding, needs } of percentagePatterns(stretch.lexicon.vocabulary)) {
    if (!needs.every((need) => need.test(stretch.masked))) continue;
    for (const match of stretch.masked.matchAll(regex)) {
      const candidate = candidateOf(stretch, match, binding);
      if (candidate === undefined || judged.has(candidate.percent)) continue;
      judged.add(candidate.percent);
      if (isBound(stretch, candidate))
        found.set(candidate.percent, percentageOf(stretch, candidate, doubtfulConfidence));
    }
  }
  return [...found.values()];
}

function candidateOf(stretch: Stretch, match: RegExpExecArray, binding: Binding): Candidate | undefined {
  const tokenAt = (group: string): Token | undefined => {
    const start = match.indices?.groups?.[group]?.[0];
    return start === undefined ? undefined : stretch.tokens.find((token) => token.start === start);
  };
  const [percent, fraction, part, whole] = ['percent', 'fraction', 'part', 'whole'].map(tokenAt);
  if (percent?.kind !== 'percent') return undefined;
  const rest = { percent, binding, groups: match.groups ?? {}, end: match.index + match[0].length };
  if (fraction?.kind === 'fraction') return { part: fraction.part, whole: fraction.whole, ...rest };
  if (part?.kind !== 'number' || whole?.kind !== 'number') return undefined;
  return { part, whole, ...rest };
}

function isBound(stretch: Stretch, candidate: Candidate): boolean {
  const { part, whole, percent, binding } = candidate;
  if (whole.value <= 0) return false;
  if (!sameKind(stretch, part, whole, binding)) return false;
  if (fitsOtherwise(stretch, part, whole, percent)) return false;
  if (percent.start < part.start) return fitsNoun(stretch, percent, part);
  return (
    isLinked(stretch, candidate) &&
    endsThere(stretch, candidate) &&
    (binding === 'bound' || isAchieved(stretch, candidate))
  );
}

/** `đạt 100% chỉ tiêu (12/15 đơn vị)` speaks of two things. */
function fitsNoun(stretch: Stretch, percent: PercentToken, part: Amount): boolean {
  const noun = nounBehind(stretch, percent.end);
  return noun === undefined || part.unit === undefined || noun.group === part.unit.group;
}

/** A word or a bracket ties the percentage to the numbers, and it is not said of something else (`tỷ lệ trực tuyến đạt`). */
function isLinked(stretch: Stretch, candidate: Candidate): boolean {
  const { part, whole, percent, groups, binding } = candidate;
  const link = groups.link ?? '';
  if (!/[a-z(=]/.test(link) && (binding === 'loose' || !/[,-]/.test(link))) return false;
  const first = Math.min(part.start, whole.start);
  const clauseStart = Math.max(...[';', '.', sign.percent].map((mark) => stretch.masked.lastIndexOf(mark, first))) + 1;
  const clause = stretch.masked.slice(clauseStart, percent.start - link.length);
  const attribute = wordsOf(groups.attribute ?? '');
  if (!isSubset(attribute, wordsOf(clause))) return false;
  const numbersEnd = Math.max(part.unitEnd, whole.unitEnd, part.end, whole.end);
  const between = stretch.masked.slice(numbersEnd, percent.start - link.length);
  const { compounds } = stretch.lexicon.percentage;
  const [, ...pieces] = between.replace(compounds, (name) => name.replaceAll(',', ' ')).split(',');
  if (pieces.some((piece) => wordsOf(piece).size > 3 && !startsWithUnit(piece, stretch))) return false;
  const subject = /^\s*[,;(=-]/.test(link) ? '' : (pieces.at(-1) ?? '');
  const said = stretch.masked.slice(clauseStart, percent.start - link.length - subject.length);
  if (!isSubset(wordsOf(subject), wordsOf(said))) return false;
  const { shortfalls, achieving } = stretch.lexicon.percentage;
  return !shortfalls.test(clause) || (attribute.size === 0 && !achieving.test(link));
}

/** Nothing behind the percentage gives it another base (`78,2% kế hoạch`, `78,2% so với cùng kỳ`). */
function endsThere(stretch: Stretch, { percent, end, part, whole }: Candidate): boolean {
  if (end > percent.end) return true;
  const tail = new RegExp(`^[^${amounts}${sign.label}.;:,()]*`).exec(stretch.masked.slice(percent.end))?.[0] ?? '';
  const { tails, comparisons, wholes } = stretch.lexicon.percentage;
  if (comparisons.test(tail)) return false;
  const own = tail.replace(tails, '').replace(wholes, '');
  const clauseStart = Math.max(...[part, whole].map(({ start }) => stretch.masked.lastIndexOf(';', start))) + 1;
  return isSubset(wordsOf(own), wordsOf(stretch.masked.slice(clauseStart, percent.start)));
}

/** Two clauses bind only where the second says what became of the first, and no third amount could be meant. */
function isAchieved(stretch: Stretch, { part, whole, percent, groups }: Candidate): boolean {
  // `100%` is also said of what was done in the second clause alone.
  if (part.value > whole.value || (part.value < whole.value && percent.value >= 100)) return false;
  const { achievements, existence, wholeBase } = stretch.lexicon.percentage;
  const said = `${groups.between ?? ''} ${groups.behind ?? ''}`;
  const isAllThereIs = wholeBase.test(groups.base ?? '');
  if (!achievements.test(said) && !(isAllThereIs && existence.test(said))) return false;
  const lastPercent = stretch.tokens.findLast((token) => token.kind === 'percent' && token.end <= whole.start);
  return !stretch.tokens.some(
    (token) =>
      (token.kind === 'number' || token.kind === 'fraction') &&
      token.start > (lastPercent?.end ?? -1) &&
      token.end <= whole.start &&
      (token.kind === 'fraction' || token.unit === undefined || token.unit.group === (whole.unit ?? part.unit)?.group),
  );
}

function percentageOf(stretch: Stretch, { part, whole, percent }: Candidate, doubtfulConfidence: number): Percentage {
  const numerator = quantityOf(stretch, part);
  const denominator = quantityOf(stretch, whole);
  const share = quantityOf(stretch, percent);
  const ends = [part, whole, percent];
  const span = {
    start: Math.min(...ends.map(({ start }) => start)),
    end: Math.max(...ends.map(({ end, unitEnd }) => Math.max(end, unitEnd))),
  };
  return {
    kind: 'percentage',
    span: spanIn(stretch, span),
    percent: share,
    numerator,
    denominator,
    doubtful: isDoubtful(stretch, [share, numerator, denominator], doubtfulConfidence),
  };
}

/** `cán bộ, công chức hoàn thành kê khai` goes on naming what is counted. */
function startsWithUnit(piece: string, { lexicon }: Stretch): boolean {
  lexicon.unit.lastIndex = 0;
  return lexicon.unit.test(piece);
}

function wordsOf(masked: string): Set<string> {
  return new Set(masked.match(/[a-z0-9]+/g) ?? []);
}

function isSubset(words: ReadonlySet<string>, of: ReadonlySet<string>): boolean {
  return [...words].every((word) => of.has(word));
}
