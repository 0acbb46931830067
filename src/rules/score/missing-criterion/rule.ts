import { criterionMatcherOf } from '../../../extraction/scores/criterionMatcher.js';
import { pageOf, type Span, textOf } from '../../../model/document-text.js';
import type { ReportFacts } from '../../../model/facts.js';
import { ancestorsOf } from '../../../model/pipeline.js';
import type { CannotJudgeReason, Finding, Rule, RuleContext, Subject } from '../../../model/rule.js';
import { fold } from '../../../text/fold.js';
import { cannotJudge } from '../../shared/cannotJudge.js';
import { type Claims, claimsOf, rubricMaximum } from '../../shared/claims.js';
import { textOfCriterion } from '../../shared/evidenceOf.js';
import { isClaimedElsewhere } from '../../shared/isClaimedElsewhere.js';
import { mayBePointsOf } from '../../shared/mayBePointsOf.js';
import { printNumber } from '../../shared/printNumber.js';
import { capitalised, printCriterion } from '../../shared/printScore.js';
import { unclaimedNodes } from '../../shared/unclaimedNodes.js';
import { fewestMarks, unreadWithin } from '../../shared/unreadWithin.js';

/** A criterion of the rubric that has points is not claimed, in text or table. */
export const rule: Rule = {
  id: 'score/missing-criterion',
  severity: 'error',
  title: { vi: 'Tiêu chí không có điểm tự chấm', en: 'A criterion is not claimed' },
  needsRubric: true,
  evaluate(context) {
    const claims = claimsOf(context);
    const claimed = [...claims.byCriterion.keys()].map(
      (id): Finding => ({ outcome: 'pass', subject: `criterion:${id}` }),
    );
    return [...claimed, ...unclaimedNodes(context, claims).map((id) => judge(id, claims, context))];
  },
};

function judge(id: string, claims: Claims, context: RuleContext): Finding {
  const subject: Subject = `criterion:${id}`;
  const { facts } = context;
  if (facts.notAssessed.some(({ criterion }) => criterion === id || id.startsWith(`${criterion}.`)))
    return { outcome: 'not-applicable', subject };
  const name = printCriterion(id, context);
  const max = printNumber(rubricMaximum(id, context) ?? 0);
  const message = {
    vi: `Chưa thấy điểm tự chấm của ${name.vi}, điểm tối đa ${max.vi}, trong lời văn và trong bảng. Đề nghị bổ sung hoặc giải trình.`,
    en: `${capitalised(name.en)}, worth ${max.en}, is claimed neither in the text nor in a table. Please complete or explain.`,
  };
  const evidence = [nearestTo(id, claims, context)];
  const doubt = doubtOf(id, claims, context);
  if (doubt !== null) return cannotJudge(subject, doubt, message, evidence);
  return { outcome: 'fail', subject, message, evidence, confidence: 1 };
}

/** What an inspector looks at: the criterion's heading, else the total, else the last claim, else the report's first words. */
function nearestTo(id: string, { totals }: Claims, { facts }: RuleContext): Span {
  const heading = facts.sections.find(({ criterion }) => criterion === id)?.heading;
  const score = totals[0] ?? facts.scores.at(-1);
  return heading ?? score?.span ?? facts.sections[0]?.heading ?? facts.text.paragraphs[0] ?? { start: 0, end: 0 };
}

function doubtOf(id: string, claims: Claims, context: RuleContext): CannotJudgeReason | null {
  const { facts } = context;
  if (isClaimedElsewhere(id, context) || printsPoints(id, context)) return 'ambiguous';
  if (facts.scores.some((score) => mayBePointsOf(id, score, context))) return 'ambiguous';
  if (claims.byCriterion.size === 0 && speaksOfPoints(context)) return 'ambiguous';
  if (facts.pages.some(({ readable }) => !readable)) return 'page-unread';
  const fromPicture = facts.text.words.some(({ confidence }) => confidence < 1);
  if (fromPicture && isNamedInTable(id, context)) return 'ambiguous';
  const isIts = (criterion: string | null) => criterion === null || criterion === id || criterion.startsWith(`${id}.`);
  // A blank cell of a typed table is blank; on a picture its digits may have been lost.
  if (
    facts.unplacedScores.some(
      ({ criterion, claimed, blank }) => (claimed ?? 0) >= 0 && isIts(criterion) && (fromPicture || !blank),
    )
  )
    return 'ambiguous';
  return unreadNear(id, facts) ? 'page-unread' : null;
}

/**
 * Two numbers behind the words of a heading: a row of a table that was not recognised as one. Looked for at its numbers:
 * from every letter on it would take the square of the heading's length.
 */
const rowInHeading = /(?=\d)(?<=\p{L}[^\d\n]*\s)\d{1,3}(?:[.,]\d{1,2})?\s+\d{1,3}(?:[.,]\d{1,2})?(?:\s|$)/u;

/** `Điểm: 19 …` in words that are no known claim, or a letter read for a digit (`Điểm tự chấm: B.`); `Điểm trừ: 1`, `Điểm tối đa: 5` are none. */
const labelledPoints =
  /(?<!\p{L})điểm(?=[\p{L}\s]{0,30}:\s*(?:\d|\p{L}{1,2}(?:[.,;]|[ \t]*$)))(?![^:\d]*(?:trừ|tối đa|chuẩn|thẩm định|thưởng))/imu;

/** Whether a heading of the criterion, or the text under it, prints points that were not understood. */
function printsPoints(id: string, context: RuleContext): boolean {
  const { facts } = context;
  const max = rubricMaximum(id, context);
  // `Đơn vị tự dhấm 18/20 điểm`: the words were misread, the maximum is the criterion's.
  const ofMaximum = new RegExp(`\\d\\s*/\\s*${String(max).replace('.', '[.,]')}\\s*(?:diem|d)(?![a-z])`);
  return facts.sections.some(({ criterion, title, span }) => {
    if (criterion !== id && criterion?.startsWith(`${id}.`) !== true) return false;
    const said = textOf(facts.text, span);
    return rowInHeading.test(title) || labelledPoints.test(said) || (max !== null && ofMaximum.test(fold(said)));
  });
}

/** A cell of a table that was read from a picture names the criterion: its points were lost, or its row was joined to another. */
function isNamedInTable(id: string, { facts: { text }, pipeline }: RuleContext): boolean {
  const { byTitle } = criterionMatcherOf(pipeline);
  const isIts = (named: string | null) => named === id || named?.startsWith(`${id}.`) === true;
  return text.paragraphs.some(({ cells = [] }) => cells.some((cell) => isIts(byTitle(textOf(text, cell)))));
}

/** Claims and maxima are spoken of, but not one was recognised: the table of points is lost, not every criterion left out. */
function speaksOfPoints({ facts, pipeline }: RuleContext): boolean {
  const said = fold(facts.text.text);
  const { ownClaims, maxima } = pipeline.vocabulary.scores;
  return [ownClaims, maxima].every((words) => words.some((word) => said.includes(fold(word))));
}

/** Unread ink in the text of the criterion, or of the part that should hold it, else anywhere but beside the signature. */
function unreadNear(id: string, facts: ReportFacts): boolean {
  const areas = [id, ...ancestorsOf(id)]
    .map((one) => textOfCriterion(one, facts))
    .map(({ sections, rows }) => [...sections, ...rows])
    .find((spans) => spans.length > 0);
  if (areas !== undefined) return areas.some((area) => unreadWithin(facts, area));
  const { signerSpan } = facts.identity;
  const signed = signerSpan === null ? null : pageOf(facts.text, signerSpan);
  return facts.pages.some(
    ({ number, unread }) => number !== signed && unread.some(({ marks }) => marks >= fewestMarks),
  );
}
