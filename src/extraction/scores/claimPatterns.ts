import type { ScoresVocabulary } from '../../model/vocabulary/scores.js';
import { fold } from '../../text/fold.js';
import { alternatives } from '../alternatives.js';
import { atEnd } from '../atEnd.js';
import { pointsPattern } from './parsePoints.js';

/** Patterns for folded text. Those named `…Before` end where the points begin. */
export interface ClaimPatterns {
  /** Points and their maximum from a given place on, the fullest first: groups n, m, and u where a unit is printed. */
  readonly expressions: readonly RegExp[];
  readonly ownBefore: RegExp;
  readonly weakBefore: RegExp;
  /** A label of points and nothing else since the clause began: `Điểm chấm:`. */
  readonly labelBefore: RegExp;
  readonly maximumBefore: RegExp;
  /** A whole line that prints a maximum and nothing else. */
  readonly maximumLine: RegExp;
  readonly notClaimBefore: RegExp;
  readonly own: RegExp;
  /** The claim's own words where a line begins. */
  readonly ownFirst: RegExp;
  readonly total: RegExp;
  readonly reviewer: RegExp;
  readonly intention: RegExp;
  readonly otherIndex: RegExp;
}

const memo = new WeakMap<ScoresVocabulary, ClaimPatterns>();

export function claimPatternsOf(vocabulary: ScoresVocabulary): ClaimPatterns {
  const known = memo.get(vocabulary);
  if (known !== undefined) return known;
  const patterns = compile(vocabulary);
  memo.set(vocabulary, patterns);
  return patterns;
}

function compile(vocabulary: ScoresVocabulary): ClaimPatterns {
  // `tựchấm`: a reader loses the space between two words of a phrase.
  const own = alternatives(vocabulary.ownClaims).replaceAll('\\s+', '\\s*');
  const maxima = alternatives(vocabulary.maxima);
  const outOf = alternatives(vocabulary.outOf);
  const fillers = alternatives(vocabulary.fillers);
  const notPoints = alternatives(vocabulary.notPoints);
  const unit = `\\s*(?:${vocabulary.units.map(fold).join('|')})(?![a-z0-9])(?!\\s+${notPoints})`;
  // `4,5 (bốn phẩy năm) điểm`, `4,5 điểm (bốn phẩy năm điểm)`: the points once more in words.
  const inWords = '\\s*\\([a-z,\\s]{2,60}\\)';
  const points = `(?<n>${pointsPattern})(?:${inWords}(?=${unit}))?(?<u>${unit})?`;
  const maximum = `(?<m>${pointsPattern})(?<v>${unit})?`;
  const end = '(?![\\da-z%/])';
  // `5/5đ`, `4,5 đ/5 đ`: a short unit counts as one only beside a maximum.
  const short = `(?:\\s?(?<w>${fold(vocabulary.shortUnit)})(?![a-z]))?`;
  const expression = (between: string) =>
    new RegExp(`${points}${short}(?:${inWords})?${between}${maximum}${short.replace('<w>', '<x>')}${end}`, 'dy');
  const colon = '(?:\\s+(?:la|diem))*\\s*[:=]?\\s*';
  return {
    expressions: [
      // An apostrophe or a bar is what a slash is read as.
      expression(`\\s*[/'’|\\\\]\\s*(?:(?:${outOf}|${maxima})${colon})?`),
      expression(`\\s*[(,]?\\s*${outOf}(?:\\s+muc)?(?:\\s*${maxima})?${colon}`),
      expression(`\\s*[(,;-]?\\s*\\(?\\s*(?:[a-z]+\\s+){0,2}?${maxima}(?:\\s+[a-z]+){0,6}?\\s*(?:\\(|${colon})`),
      new RegExp(`${points}(?![\\da-z%/]|\\s*%|[.,]\\d)`, 'dy'),
    ],
    // Further words may follow the claim's own as long as a verb or a colon leads to the points.
    ownBefore: new RegExp(
      `${own}(?:[^.;]{0,140}?(?:\\b(?:dat|la|duoc)(?:\\s+(?:so\\s+)?diem)?\\s*[:=]?|[:=])|(?:\\s+${fillers})*)[-\\s:=.,·•(>→]*$`,
    ),
    weakBefore: new RegExp(`${alternatives(vocabulary.weakLeads)}(?:\\s+${fillers})*\\s*[:=]?\\s*\\(?\\s*$`),
    labelBefore: new RegExp(
      `^[^a-z0-9]*(?:[a-z]+\\s+){0,4}?(?:diem(?!\\s+${notPoints})|cham)(?:\\s+[a-z]+){0,4}?\\s*[:=]\\s*$`,
    ),
    maximumBefore: new RegExp(atEnd(`${maxima}(?:\\s+(?:la|cua|theo|quy dinh|diem|tieu chi|nay))*\\s*[:=(]*\\s*`)),
    maximumLine: new RegExp(
      `^[^a-z0-9]*(?:(?:[a-z]|\\d{1,2})[.)]\\s*)?${maxima}(?:\\s+(?:la|cua|theo|quy dinh|diem|tieu chi|nay))*\\s*[:=(]*\\s*${points}[).;,\\s]*$`,
    ),
    notClaimBefore: new RegExp(
      `(?<!\\btong\\s)${alternatives(vocabulary.notClaims)}(?:\\s+(?:la|di|bot|so|con))*\\s*:?\\s*$`,
    ),
    own: new RegExp(own, 'g'),
    ownFirst: new RegExp(`^[^a-z0-9]*(?:[a-z]+\\s+){0,3}?${own}`),
    total: new RegExp(alternatives(vocabulary.totals)),
    reviewer: new RegExp(alternatives(vocabulary.reviewers), 'g'),
    intention: new RegExp(alternatives(vocabulary.intentions)),
    otherIndex: new RegExp(alternatives(vocabulary.otherIndices), 'g'),
  };
}
