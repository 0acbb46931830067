import type { Citation } from '../../../model/facts.js';
import type { Finding, Rule, RuleContext } from '../../../model/rule.js';
import { cannotJudge } from '../../shared/cannotJudge.js';
import { citationSubject, confidenceIn, documentKeys, fullOf, groupBy } from '../../shared/citedDocuments.js';
import { type ClaimedLeaf, claimedLeaves } from '../../shared/claimedLeaves.js';
import { differingTitles } from '../../shared/documentTitles.js';

/** One document is the only documentary evidence of two or more criteria, or carries two different titles. */
export const rule: Rule = {
  id: 'evidence/reused',
  severity: 'info',
  title: {
    vi: 'Một văn bản làm minh chứng duy nhất cho nhiều tiêu chí hoặc có hai trích yếu khác nhau',
    en: 'One document is the only evidence of several criteria, or carries two titles',
  },
  needsRubric: false,
  evaluate(context) {
    const keyOf = documentKeys(context.facts.citations);
    const sole = soleDocuments(claimedLeaves(context), keyOf);
    const own = context.facts.citations.filter(({ provenance }) => provenance === 'own');
    return [...groupBy(own, keyOf)].flatMap(([key, mentions]): Finding[] => {
      const [first] = mentions;
      if (first === undefined || fullOf(first) === null) return [];
      const findings = [soleFinding(sole.get(key) ?? [], first), titleFinding(mentions, context)].filter(
        (one) => one !== null,
      );
      if (findings.length > 0) return findings;
      return mentions.length > 1 ? [{ outcome: 'pass', subject: citationSubject(first) }] : [];
    });
  },
};

interface Sole {
  readonly leaf: ClaimedLeaf;
  readonly document: Citation;
}

/** By document, the criteria of which it is the only one. */
function soleDocuments(
  leaves: readonly ClaimedLeaf[],
  keyOf: (citation: Citation) => string,
): ReadonlyMap<string, readonly Sole[]> {
  const sole = leaves.flatMap((leaf): (Sole & { key: string })[] => {
    const [document] = leaf.evidence.documents;
    const keys = new Set(leaf.evidence.documents.map(keyOf));
    return document === undefined || keys.size > 1 ? [] : [{ leaf, document, key: keyOf(document) }];
  });
  return groupBy(sole, ({ key }) => key);
}

function soleFinding(sole: readonly Sole[], first: Citation): Finding | null {
  if (sole.length < 2) return null;
  const subject = citationSubject(first);
  const criteria = sole.map(({ leaf }) => leaf.id).join(', ');
  const message = {
    vi: `Văn bản ${fullOf(first)} là văn bản minh chứng duy nhất của ${sole.length} tiêu chí (${criteria}). Đề nghị nêu minh chứng riêng cho từng tiêu chí.`,
    en: `${fullOf(first)} is the only documentary evidence of ${sole.length} criteria (${criteria}). Ask for evidence of each.`,
  };
  const documents = sole.map(({ document }) => document);
  const quoted = documents.map(({ span }) => span);
  const confidence = confidenceIn(documents);
  if (sole.some(({ leaf }) => leaf.evidence.unread))
    return cannotJudge(subject, 'page-unread', message, quoted, confidence);
  if (sole.some(({ leaf }) => leaf.evidence.doubtful)) {
    return cannotJudge(subject, 'doubtful-reading', message, quoted, confidence);
  }
  return { outcome: 'fail', subject, message, evidence: quoted, confidence };
}

function titleFinding(mentions: readonly Citation[], { pipeline }: RuleContext): Finding | null {
  const differing = differingTitles(mentions, pipeline.vocabulary.evidence.titles);
  if (differing === null) return null;
  const [left, right] = differing;
  const subject = citationSubject(left);
  const message = {
    vi: `Văn bản ${fullOf(left)} được dẫn với hai trích yếu khác nhau: “${left.title}” và “${right.title}”. Đề nghị đối chiếu bản gốc.`,
    en: `${fullOf(left)} is cited under two titles: “${left.title}” and “${right.title}”. Compare with the original.`,
  };
  const quoted = [left.span, right.span];
  const confidence = confidenceIn(differing);
  if (differing.some(({ doubtful }) => doubtful)) {
    return cannotJudge(subject, 'doubtful-reading', message, quoted, confidence);
  }
  return { outcome: 'fail', subject, message, evidence: quoted, confidence };
}
