import type { Bilingual } from '../../model/bilingual.js';
import { confidenceOf, type Span } from '../../model/document-text.js';
import type { Figure, ReportFacts } from '../../model/facts.js';
import type { Finding } from '../../model/rule.js';
import { cannotJudge } from './cannotJudge.js';
import { sectionSubject } from './sectionSubject.js';

/** A figure that does not agree with itself: a failure, or no judgement where one of its digits was read with doubt. */
export function figureFinding(
  facts: ReportFacts,
  figure: Figure,
  message: Bilingual,
  digits: readonly Span[],
  doubtful = figure.doubtful,
): Finding {
  const subject = sectionSubject(facts.sections, figure.span.start);
  const quoted = [figure.span];
  const confidence = Math.min(1, ...digits.map((span) => confidenceOf(facts.text, span)));
  if (doubtful) return cannotJudge(subject, 'doubtful-reading', message, quoted, confidence);
  return { outcome: 'fail', subject, message, evidence: quoted, confidence };
}
