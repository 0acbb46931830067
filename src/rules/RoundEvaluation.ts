import type { BatchFlag } from '../model/batch.js';
import type { Pipeline } from '../model/pipeline.js';
import type {
  RoundComparison,
  RoundContext,
  RoundEvidence,
  RoundFinding,
  RoundQuotation,
  RoundReport,
  RoundRule,
} from '../model/round.js';
import type { Severity } from '../model/rule.js';
import { roundFingerprint, subjectKey } from './fingerprint.js';
import { roundRules } from './index.js';
import { groupBy } from './shared/citedDocuments.js';

/** A flag of a round whose quotations are still to be fetched from the reports. */
export interface UnquotedFlag {
  readonly flag: Omit<BatchFlag, 'evidence'>;
  readonly evidence: readonly RoundEvidence[];
}

const gravity: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** Asks every rule about a round. Reports go in one after another; nothing holds them all. */
export class RoundEvaluation {
  readonly #pipeline: Pipeline;
  readonly #comparisons: readonly { readonly rule: RoundRule; readonly comparison: RoundComparison }[];
  readonly #ownKeys = new Map<string, string>();

  constructor(pipeline: Pipeline, rules: readonly RoundRule[] = roundRules) {
    this.#pipeline = pipeline;
    this.#comparisons = rules
      .filter(({ needsRubric }) => pipeline.rubricFits || !needsRubric)
      .map((rule) => ({ rule, comparison: rule.compare(pipeline) }));
  }

  /** Reports of earlier rounds go in before all others. */
  addEarlier(report: RoundReport): void {
    for (const { comparison } of this.#comparisons) comparison.addEarlier?.(report);
  }

  add(report: RoundReport): void {
    this.#ownKeys.set(report.file, report.ownKey);
    for (const { comparison } of this.#comparisons) comparison.add(report);
  }

  /** What holds of the reports so far: gravest first, then by agency; a rule says one thing of an agency and a subject. */
  flags(context: Omit<RoundContext, 'pipeline'>): readonly UnquotedFlag[] {
    const flags = this.#comparisons.flatMap(({ rule, comparison }) => {
      const findings = comparison.findings({ ...context, pipeline: this.#pipeline });
      const bySubject = groupBy(findings, ({ agencyKey, subject }) => `${agencyKey}|${subjectKey(subject)}`);
      return [...bySubject.values()].flatMap((same) => this.#flagOf(rule, same));
    });
    return flags.sort(
      ({ flag: one }, { flag: other }) =>
        gravity[one.severity] - gravity[other.severity] || one.agency.localeCompare(other.agency, 'vi'),
    );
  }

  #flagOf(rule: RoundRule, findings: readonly RoundFinding[]): readonly UnquotedFlag[] {
    const fails = findings.filter(({ outcome }) => outcome === 'fail');
    const gravest = fails.length > 0 ? fails : findings;
    const [first] = gravest;
    if (first === undefined) return [];
    const { agency, agencyKey, subject, outcome, reason, file } = first;
    const joined = (language: 'vi' | 'en') => [...new Set(gravest.map(({ message }) => message[language]))].join('\n');
    const flag = {
      rule: rule.id,
      outcome,
      severity: this.#pipeline.severities[rule.id] ?? rule.severity,
      confidence: Math.round(Math.min(...gravest.map(({ confidence }) => confidence)) * 1000) / 1000,
      subject,
      message: { vi: joined('vi'), en: joined('en') },
      ...(reason === undefined ? {} : { reason }),
      agency,
      with: first.with,
      file,
      fingerprint: roundFingerprint(rule.id, this.#ownKeys.get(file ?? '') ?? agencyKey, subject),
    };
    return [{ flag, evidence: gravest.flatMap(({ evidence }) => evidence) }];
  }
}

/** A flag with its quotations: each names the file that it stands in. */
export function quoted(
  { flag, evidence }: UnquotedFlag,
  quotationOf: (file: string, place: number) => RoundQuotation | undefined,
): BatchFlag {
  return {
    ...flag,
    evidence: evidence.flatMap(({ file, quotation }) => {
      const words = typeof quotation === 'number' ? quotationOf(file, quotation) : quotation;
      return words === undefined || words.text === '' ? [] : [{ ...words, file }];
    }),
  };
}
