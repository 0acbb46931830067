import { confidenceOf, type Span } from '../../../model/document-text.js';
import type { Finding, Rule, RuleContext } from '../../../model/rule.js';
import { foldedOf } from '../../../text/foldedText.js';
import { cannotJudge } from '../../shared/cannotJudge.js';
import { type ClaimedLeaf, claimedLeaves } from '../../shared/claimedLeaves.js';
import { capitalised, printCriterion } from '../../shared/printScore.js';
import { type Fingerprinted, fingerprinted, similarity } from '../../shared/shingles.js';

/** Shorter paragraphs (`Đã thực hiện đầy đủ.`) are alike by chance. */
const fewestWords = 5;

interface Piece {
  readonly span: Span;
  readonly print: Fingerprinted;
}

interface Substance {
  readonly leaf: ClaimedLeaf;
  readonly pieces: readonly Piece[];
}

/** The same paragraph is the substance of two or more scored criteria. */
export const rule: Rule = {
  id: 'evidence/boilerplate',
  severity: 'warning',
  title: {
    vi: 'Nhiều tiêu chí dùng chung một đoạn nội dung',
    en: 'One paragraph is the substance of several criteria',
  },
  needsRubric: false,
  evaluate(context) {
    const substances = claimedLeaves(context).map((leaf): Substance => ({ leaf, pieces: piecesOf(leaf, context) }));
    return substances.map((substance) => judge(substance, substances, context));
  },
};

function judge(substance: Substance, all: readonly Substance[], context: RuleContext): Finding {
  const { subject, evidence, id } = substance.leaf;
  if (substance.pieces.length === 0) return { outcome: 'not-applicable', subject };
  const alike = all.flatMap((other) => {
    if (other === substance) return [];
    const [mine, theirs] = [sharedPieces(substance, other, context), sharedPieces(other, substance, context)];
    const [first] = theirs;
    return first !== undefined && isSubstance(substance, mine) && isSubstance(other, theirs)
      ? [{ other, mine, first }]
      : [];
  });
  const [telling] = alike;
  const own = telling?.mine[0];
  if (telling === undefined || own === undefined) return { outcome: 'pass', subject };
  const name = printCriterion(id, context);
  const others = alike.map(({ other }) => other.leaf.id);
  const message = {
    vi: `${capitalised(name.vi)}: nội dung gần như trùng nguyên văn với nội dung của ${others.length} tiêu chí khác đã chấm điểm (${others.join(', ')}). Đề nghị nêu kết quả riêng của từng tiêu chí.`,
    en: `${capitalised(name.en)}: its text is nearly word for word that of ${others.length} other scored criteria (${others.join(', ')}). Ask for what was done under each.`,
  };
  const quoted = [own.span, ...alike.map(({ first }) => first.span)];
  const confidence = Math.min(...quoted.map((span) => confidenceOf(context.facts.text, span)));
  if (evidence.unread || alike.some(({ other }) => other.leaf.evidence.unread)) {
    return cannotJudge(subject, 'page-unread', message, quoted, confidence);
  }
  return { outcome: 'fail', subject, message, evidence: quoted, confidence };
}

/** The paragraphs of a criterion less headings and the sentence of its points. */
function piecesOf({ text }: ClaimedLeaf, { facts }: RuleContext): readonly Piece[] {
  const setAside = facts.identity.agency === null ? [] : [facts.identity.agency];
  const headings = facts.sections.map(({ heading }) => heading);
  const isWithin = (span: Span, areas: readonly Span[]) =>
    areas.some((area) => area.start <= span.start && span.start < area.end);
  return facts.text.paragraphs
    .filter(
      (paragraph) => paragraph.kind === 'body' && isWithin(paragraph, text.sections) && !isWithin(paragraph, headings),
    )
    .flatMap((paragraph): Piece[] => {
      const scores = facts.scores.filter(({ span }) => isWithin(span, [paragraph]));
      const end = Math.min(paragraph.end, ...scores.map(({ span }) => span.start));
      const span = { start: paragraph.start, end };
      const print = fingerprinted(foldedOf(facts.text, span), setAside);
      return print.words.length < 2 ? [] : [{ span, print }];
    });
}

function sharedPieces(one: Substance, other: Substance, { pipeline }: RuleContext): readonly Piece[] {
  const alike = pipeline.thresholds.boilerplateSimilarity;
  return one.pieces.filter(
    ({ print }) =>
      print.words.length >= fewestWords && other.pieces.some((piece) => similarity(print, piece.print) >= alike),
  );
}

/** More than half of the words, and no evidence in the rest. */
function isSubstance({ leaf, pieces }: Substance, shared: readonly Piece[]): boolean {
  const wordsIn = (some: readonly Piece[]) => some.reduce((sum, { print }) => sum + print.words.length, 0);
  const rest = pieces.filter((piece) => !shared.includes(piece));
  const holdsEvidence = [...leaf.evidence.documents, ...leaf.evidence.counts].some(({ span }) =>
    rest.some((piece) => piece.span.start <= span.start && span.end <= piece.span.end),
  );
  return wordsIn(shared) * 2 > wordsIn(pieces) && !holdsEvidence;
}
