import type { Bilingual } from '../../model/bilingual.js';
import { confidenceOf } from '../../model/document-text.js';
import type { Citation } from '../../model/facts.js';
import type { Finding, RuleContext, Subject } from '../../model/rule.js';
import { cannotJudge } from './cannotJudge.js';
import { confidenceIn } from './citedDocuments.js';

interface Observation {
  readonly subject: Subject;
  readonly message: Bilingual;
  /** The mentions that the finding rests on, the telling one first. */
  readonly mentions: readonly Citation[];
  /** True where a doubtful reading could be all there is to it. */
  readonly doubtful: boolean;
}

/** A failure, or no judgement where it rests on a doubtful reading. */
export function observed({ subject, message, mentions, doubtful }: Observation): Finding {
  const evidence = mentions.map(({ span }) => span);
  const confidence = confidenceIn(mentions);
  if (doubtful) return cannotJudge(subject, 'doubtful-reading', message, evidence, confidence);
  return { outcome: 'fail', subject, message, evidence, confidence };
}

/** True where number or symbol may be misread; a doubt about the date alone leaves them certain. */
export function isNumberDoubtful(citation: Citation, { facts, pipeline }: RuleContext): boolean {
  if (!citation.doubtful) return false;
  const certain = pipeline.thresholds.doubtfulConfidence;
  const dateIsDoubtful = citation.dateSpan !== null && confidenceOf(facts.text, citation.dateSpan) < certain;
  return !dateIsDoubtful || confidenceOf(facts.text, citation.numberSpan) < certain;
}
