import type { Finding, Outcome } from '../../src/model/rule.js';

/** Of each subject. */
export type Outcomes = Readonly<Record<string, Outcome>>;

const gravestFirst: readonly Outcome[] = ['fail', 'cannot-judge', 'pass', 'not-applicable'];

/** What a rule said of each subject: the gravest where it spoke more than once. */
export function outcomesOf(findings: readonly Finding[]): Outcomes {
  const outcomes: Record<string, Outcome> = {};
  for (const outcome of [...gravestFirst].reverse()) {
    for (const finding of findings) if (finding.outcome === outcome) outcomes[finding.subject] = outcome;
  }
  return outcomes;
}
