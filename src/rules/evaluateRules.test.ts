import { describe, expect, it } from 'vitest';
import { factsOf } from '../../test/support/evaluate.js';
import type { Finding, Rule, RuleContext, Severity } from '../model/rule.js';
import { loadPipeline } from '../pipeline/loadPipeline.js';
import { evaluateRules } from './evaluateRules.js';

const report = 'I. ĐẶC ĐIỂM TÌNH HÌNH\nĐơn vị có 12 người.\fII. ĐÁNH GIÁ\nĐơn vị đã tiếp 05 lượt công dân.';

function contextOf(change: Partial<RuleContext['pipeline']> = {}): RuleContext {
  const { pipeline, registry } = loadPipeline('pctn-2023');
  return { facts: factsOf(report), pipeline: { ...pipeline, ...change }, registry, attachments: [] };
}

function ruleOf(id: Rule['id'], severity: Severity, findings: readonly Finding[], needsRubric = false): Rule {
  return { id, severity, title: { vi: id, en: id }, needsRubric, evaluate: () => findings };
}

function fail(subject: Finding['subject'], quoted = 'Đơn vị có', note = 'a', confidence = 1): Finding {
  const start = report.replace('\f', '\n').indexOf(quoted);
  return {
    outcome: 'fail',
    subject,
    message: { vi: `vi ${note}`, en: `en ${note}` },
    evidence: [{ start, end: start + quoted.length }],
    confidence,
  };
}

function doubt(subject: Finding['subject']): Finding {
  return { ...fail(subject), outcome: 'cannot-judge', reason: 'doubtful-reading' } as Finding;
}

describe('evaluateRules', () => {
  it('reports failures and doubts, and counts what was found in order', () => {
    const { flags, checks } = evaluateRules(contextOf(), [
      ruleOf('score/a', 'warning', [
        fail('criterion:A'),
        doubt('criterion:B'),
        { outcome: 'pass', subject: 'criterion:C' },
        { outcome: 'not-applicable', subject: 'criterion:D' },
      ]),
    ]);
    expect(flags.map(({ subject, outcome, reason }) => [subject, outcome, reason])).toEqual([
      ['criterion:A', 'fail', undefined],
      ['criterion:B', 'cannot-judge', 'doubtful-reading'],
    ]);
    expect(checks).toEqual([{ rule: 'score/a', pass: 1, fail: 1, cannotJudge: 1, notApplicable: 1 }]);
  });

  it('quotes the page word for word', () => {
    const context = contextOf();
    const { flags } = evaluateRules(context, [ruleOf('a/b', 'info', [fail('document', 'Đơn vị đã tiếp')])]);
    const quotation = flags[0]?.evidence[0];
    expect(quotation).toMatchObject({ text: 'Đơn vị đã tiếp', page: 2 });
    expect(context.facts.text.pages[1]?.text).toContain(quotation?.text);
  });

  it('puts the gravest first, then the earlier page', () => {
    const { flags } = evaluateRules(contextOf(), [
      ruleOf('a/info', 'info', [fail('section:I')]),
      ruleOf('a/error', 'error', [fail('section:II', 'Đơn vị đã tiếp'), fail('section:I')]),
    ]);
    expect(flags.map(({ rule, subject }) => `${rule} ${subject}`)).toEqual([
      'a/error section:I',
      'a/error section:II',
      'a/info section:I',
    ]);
  });

  it('makes one finding of what a rule says twice of one subject, with every message and quotation', () => {
    const { flags, checks } = evaluateRules(contextOf(), [
      ruleOf('a/b', 'error', [
        fail('citation:12/QĐ-STC', 'Đơn vị có', 'a', 0.9),
        fail('citation:12/QD-STC', 'Đơn vị đã', 'b', 0.7),
        doubt('citation:12/QĐ-STC'),
      ]),
    ]);
    expect(flags).toHaveLength(1);
    expect(flags[0]).toMatchObject({
      outcome: 'fail',
      message: { vi: 'vi a\nvi b', en: 'en a\nen b' },
      confidence: 0.7,
    });
    expect(flags[0]?.evidence.map(({ text }) => text)).toEqual(['Đơn vị có', 'Đơn vị đã']);
    expect(checks[0]).toMatchObject({ fail: 1, cannotJudge: 0 });
  });

  it('keeps one rule’s finding apart from another’s on the same subject', () => {
    const { flags } = evaluateRules(contextOf(), [
      ruleOf('a/b', 'error', [fail('document')]),
      ruleOf('a/c', 'error', [fail('document')]),
    ]);
    expect(new Set(flags.map(({ fingerprint }) => fingerprint)).size).toBe(2);
  });

  it('answers not-applicable for a rule that needs points where no rubric fits the year', () => {
    const { flags, checks } = evaluateRules(contextOf({ rubricFits: false }), [
      ruleOf('score/a', 'error', [fail('criterion:A')], true),
      ruleOf('figure/a', 'error', [fail('section:I')]),
    ]);
    expect(flags.map(({ rule }) => rule)).toEqual(['figure/a']);
    expect(checks[0]).toEqual({ rule: 'score/a', pass: 0, fail: 0, cannotJudge: 0, notApplicable: 1 });
  });

  it('takes a severity from the pipeline', () => {
    const { flags } = evaluateRules(contextOf({ severities: { 'a/b': 'info' } }), [
      ruleOf('a/b', 'error', [fail('document')]),
    ]);
    expect(flags[0]?.severity).toBe('info');
  });

  it('lets a defect of a rule through, because a finding left out would look like a report in order', () => {
    const broken: Rule = {
      ...ruleOf('a/b', 'error', []),
      evaluate: () => {
        throw new TypeError('defect');
      },
    };
    expect(() => evaluateRules(contextOf(), [broken])).toThrow('defect');
  });
});
