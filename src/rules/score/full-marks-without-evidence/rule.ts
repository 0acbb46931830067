import { paragraphAt, wordsIn } from '../../../model/document-text.js';
import type { Finding, Rule, RuleContext } from '../../../model/rule.js';
import { titleSimilarityOf } from '../../../structure/titleSimilarity.js';
import { cannotJudge } from '../../shared/cannotJudge.js';
import { type ClaimedLeaf, claimedLeaves, hasFullMarks } from '../../shared/claimedLeaves.js';
import { hasEvidence } from '../../shared/evidenceOf.js';
import { headingsOf } from '../../shared/headingsOf.js';
import { capitalised, printClaim, printCriterion } from '../../shared/printScore.js';
import { rowSays } from '../../shared/rowSays.js';

/** Full marks are claimed and the criterion's text holds no evidence of the catalogue's list, nor says that nothing occurred. */
export const rule: Rule = {
  id: 'score/full-marks-without-evidence',
  severity: 'error',
  title: { vi: 'Chấm điểm tối đa nhưng không nêu minh chứng', en: 'Full marks without evidence' },
  // A printed maximum tells full marks in any year.
  needsRubric: false,
  evaluate(context) {
    const leaves = claimedLeaves(context);
    const rows = leaves.filter(({ text }) => text.sections.length === 0);
    const told = rows.filter(({ evidence }) => hasEvidence(evidence));
    const denied = rows.filter(({ evidence }) => !hasEvidence(evidence) && evidence.absences.length > 0);
    // Where most rows of the table tell what was done or that nothing occurred, a row that names no evidence is the
    // criterion's whole text.
    const rowsTell = told.length > 0 && told.length + denied.length > leaves.length / 2;
    return leaves.map((leaf) => judge(leaf, rowsTell, context));
  },
};

/** Likeness from which a heading that names no criterion speaks of one. */
const speaksOf = 0.5;

function judge(leaf: ClaimedLeaf, rowsTell: boolean, context: RuleContext): Finding {
  const { subject, score, text, evidence, id } = leaf;
  if (!hasFullMarks(leaf)) return { outcome: 'not-applicable', subject };
  if (hasEvidence(evidence)) return { outcome: 'pass', subject };
  // What a statement of absence means is another rule's question.
  if (evidence.absences.length > 0) return { outcome: 'not-applicable', subject };
  const name = printCriterion(id, context);
  const claim = printClaim({ ...score, max: leaf.max });
  const message = {
    vi: `${capitalised(name.vi)}: tự chấm tối đa ${claim.vi} điểm nhưng phần nội dung không nêu văn bản của đơn vị, văn bản trong kỳ đánh giá hay số liệu kết quả nào. Đề nghị bổ sung minh chứng.`,
    en: `${capitalised(name.en)}: full marks (${claim.en}) are claimed, but its text names no document of the agency’s own, none dated within the period, and no counted result. Evidence is asked for.`,
  };
  const quoted = [score.span, ...headingsOf(id, context.facts)];
  if (text.sections.length === 0 && !(rowsTell && rowSays(text, context))) {
    // A report that only has the table of points speaks of no criterion: its evidence is elsewhere.
    const speaks = context.facts.sections.some(({ criterion }) => criterion !== null);
    return speaks ? cannotJudge(subject, 'ambiguous', message, quoted) : { outcome: 'not-applicable', subject };
  }
  if (text.sections.length === 0 && citesBesides(id, context))
    return cannotJudge(subject, 'ambiguous', message, quoted, score.confidence);
  if (evidence.maybe) return cannotJudge(subject, 'ambiguous', message, quoted, score.confidence);
  if (evidence.unread) return cannotJudge(subject, 'page-unread', message, quoted, score.confidence);
  if (evidence.doubtful || leaf.doubtful || isHardlyRead(leaf, context))
    return cannotJudge(subject, 'doubtful-reading', message, quoted, score.confidence);
  return { outcome: 'fail', subject, message, evidence: quoted, confidence: score.confidence };
}

/** So few words that one of them, misread, may have been all that was said. */
const fewWords = 6;

/** `Không phát|sinh.`: beside headings and points there are a few words, and one of them was read with doubt. */
function isHardlyRead({ id, text }: ClaimedLeaf, { facts, pipeline }: RuleContext): boolean {
  const setAside = [...headingsOf(id, facts), ...facts.scores.map(({ span }) => span)];
  const words = text.sections
    .flatMap((section) => wordsIn(facts.text, section))
    .filter((word) => !setAside.some((area) => area.start <= word.start && word.start < area.end));
  if (words.length > fewWords) return false;
  return words.some(
    ({ start, end, confidence }) =>
      confidence < pipeline.thresholds.doubtfulConfidence ||
      (confidence < 1 && /\p{L}[|¦]\p{L}/u.test(facts.text.text.slice(start, end))),
  );
}

/**
 * A section beside those of criteria, under a heading that names none (`Công tác chung`), cites documents: they may be this
 * one's, unless the heading speaks of another group of criteria (`Lãnh đạo, chỉ đạo` of A). What a row of
 * points cites is that row's.
 */
function citesBesides(id: string, { facts: { text, sections, citations, scores }, pipeline }: RuleContext): boolean {
  const rows = new Set(
    scores.flatMap(({ source, span }) => (source === 'table' ? [paragraphAt(text, span.start)] : [])),
  );
  const cited = new Set(
    citations.flatMap(({ section, span }) => (rows.has(paragraphAt(text, span.start)) ? [] : [section])),
  );
  const parentOf = (path: string) => path.slice(0, path.lastIndexOf('/') + 1);
  const parents = new Set(sections.flatMap(({ criterion, path }) => (criterion === null ? [] : [parentOf(path)])));
  const maySpeakOf = (title: string) => {
    const spoken = titleSimilarityOf(pipeline)
      .criteria(title)
      .filter(({ likeness }) => likeness >= speaksOf);
    return spoken.length === 0 || spoken.some((one) => one.id[0] === id[0]);
  };
  return sections.some(
    ({ criterion, path, title }) =>
      criterion === null && parents.has(parentOf(path)) && cited.has(path) && maySpeakOf(title),
  );
}
