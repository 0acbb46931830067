import type { Check, Flag } from '../model/document.js';
import type { Span } from '../model/document-text.js';
import type { Finding, Outcome, Rule, RuleContext, Severity } from '../model/rule.js';
import { fingerprint, subjectKey } from './fingerprint.js';
import { rules as catalogue } from './index.js';
import { type Quotation, quote } from './quote.js';

/** What the rules found: what is reported, and what was found in order. */
export interface Evaluation {
  /** Gravest first, then by page, then in the catalogue's order. */
  readonly flags: Flag[];
  /** One for each rule, in the catalogue's order. */
  readonly checks: Check[];
}

type Reported = Extract<Finding, { readonly evidence: readonly Span[] }>;

const gravity: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };
const precedence: readonly Outcome[] = ['fail', 'cannot-judge', 'pass', 'not-applicable'];

/**
 * Asks every rule about one report. A rule and a subject get one answer: a failure outweighs a doubt, a doubt a pass.
 * What a rule throws goes through: a defect must fail the document, not leave a finding out.
 */
export function evaluateRules(context: RuleContext, rules: readonly Rule[] = catalogue): Evaluation {
  const evaluated = rules.map((rule) => ({ rule, findings: findingsOf(rule, context) }));
  const flags = evaluated.flatMap(({ rule, findings }) =>
    findings.filter(isReported).map((finding) => flagOf(rule, finding, context)),
  );
  return {
    flags: flags.sort(
      (left, right) => gravity[left.severity] - gravity[right.severity] || firstPage(left) - firstPage(right),
    ),
    checks: evaluated.map(({ rule, findings }) => checkOf(rule, findings)),
  };
}

function findingsOf(rule: Rule, context: RuleContext): readonly Finding[] {
  if (rule.needsRubric && !context.pipeline.rubricFits) return [{ outcome: 'not-applicable', subject: 'document' }];
  const bySubject = new Map<string, Finding[]>();
  for (const finding of rule.evaluate(context)) {
    const key = subjectKey(finding.subject);
    const same = bySubject.get(key);
    if (same === undefined) bySubject.set(key, [finding]);
    else same.push(finding);
  }
  return [...bySubject.values()].map(merge);
}

/** One answer for what a rule said of one subject: the gravest outcome, with every message and quotation of it. */
function merge(findings: readonly Finding[]): Finding {
  const outcome = precedence.find((one) => findings.some((finding) => finding.outcome === one));
  const gravest = findings.filter((finding) => finding.outcome === outcome);
  const [first] = gravest;
  if (first === undefined) throw new RangeError('merge needs at least one finding');
  if (!isReported(first) || gravest.length === 1) return first;
  const reported = gravest.filter(isReported);
  const messages = new Map(reported.map(({ message }) => [message.vi, message]));
  return {
    ...first,
    message: {
      vi: [...messages.values()].map(({ vi }) => vi).join('\n'),
      en: [...messages.values()].map(({ en }) => en).join('\n'),
    },
    evidence: reported.flatMap(({ evidence }) => evidence),
    confidence: Math.min(...reported.map(({ confidence }) => confidence)),
  };
}

function isReported(finding: Finding): finding is Reported {
  return finding.outcome === 'fail' || finding.outcome === 'cannot-judge';
}

function flagOf(rule: Rule, finding: Reported, { facts, pipeline }: RuleContext): Flag {
  const quotations = new Map<string, Quotation>();
  for (const span of finding.evidence) {
    const quotation = quote(facts.text, span);
    if (quotation !== null) quotations.set(`${span.start}-${span.end}`, quotation);
  }
  return {
    rule: rule.id,
    outcome: finding.outcome,
    severity: pipeline.severities[rule.id] ?? rule.severity,
    confidence: Math.min(1, Math.max(0, Math.round(finding.confidence * 1000) / 1000)),
    subject: finding.subject,
    message: { ...finding.message },
    ...(finding.outcome === 'cannot-judge' ? { reason: finding.reason } : {}),
    evidence: [...quotations.values()],
    ...(finding.outcome === 'fail' && finding.attached !== undefined ? { attached: [...finding.attached] } : {}),
    fingerprint: fingerprint(rule.id, finding.subject),
  };
}

function firstPage(flag: Flag): number {
  return flag.evidence[0]?.page ?? 0;
}

function checkOf(rule: Rule, findings: readonly Finding[]): Check {
  const count = (outcome: Outcome) => findings.filter((finding) => finding.outcome === outcome).length;
  return {
    rule: rule.id,
    pass: count('pass'),
    fail: count('fail'),
    cannotJudge: count('cannot-judge'),
    notApplicable: count('not-applicable'),
  };
}
