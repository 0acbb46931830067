import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { asked, compare, roundIn } from '../../test/support/compareRound.js';
import { evaluate } from '../../test/support/evaluate.js';
import { shortWeightNames } from '../model/labels.js';
import type { Severity } from '../model/rule.js';
import { type CatalogueEntry, catalogue, roundRules, rules } from './index.js';

/** What the catalogue promises: every rule, in order, and how grave it is. */
const promised: Readonly<Record<string, Severity>> = {
  'score/exceeds-maximum': 'error',
  'score/maximum-differs-from-rubric': 'error',
  'score/total-mismatch': 'error',
  'score/subtotal-mismatch': 'error',
  'score/missing-criterion': 'error',
  'score/full-marks-without-evidence': 'error',
  'score/full-marks-on-absence': 'warning',
  'score/deduction-unexplained': 'info',
  'evidence/out-of-period': 'warning',
  'evidence/boilerplate': 'warning',
  'evidence/reused': 'info',
  'evidence/item-uncovered': 'warning',
  'evidence/not-submitted': 'warning',
  'citation/conflicting-date': 'error',
  'citation/impossible-date': 'error',
  'citation/future-date': 'error',
  'citation/year-mismatch': 'error',
  'citation/number-out-of-sequence': 'warning',
  'citation/contradicts-registry': 'warning',
  'citation/type-symbol-mismatch': 'warning',
  'citation/normative-without-year': 'warning',
  'citation/malformed-symbol': 'info',
  'citation/incomplete': 'info',
  'citation/unnumbered': 'info',
  'figure/percentage-mismatch': 'error',
  'figure/sum-mismatch': 'error',
  'figure/rank-out-of-range': 'error',
  'structure/missing-section': 'warning',
  'structure/missing-identity': 'warning',
  'structure/contradiction': 'error',
  'structure/year-mismatch': 'warning',
  'structure/heading-gap': 'info',
  'batch/copied-text': 'warning',
  'batch/date-disagrees': 'warning',
  'batch/score-outlier': 'info',
  'batch/missing-agency': 'warning',
  'batch/register-contradiction': 'warning',
  'batch/attachment-shared': 'warning',
  'batch/last-year-text': 'warning',
  'batch/last-year-number': 'warning',
  'batch/score-jump': 'info',
};

const folder = import.meta.dirname;
const headings = ['Kiểm tra gì', 'Vì sao', 'Căn cứ', 'Ví dụ', 'Khi nào không nêu'];

const folders = [...new Set(Object.keys(promised).map((id) => path.dirname(id)))]
  .filter((group) => existsSync(path.join(folder, group)))
  .flatMap((group) => readdirSync(path.join(folder, group)).map((name) => `${group}/${name}`));

function pageOf(rule: CatalogueEntry): string {
  return readFileSync(path.join(folder, rule.id, 'rule.md'), 'utf8');
}

function printedLines(page: string): string[] {
  return page.split('\n').filter((line) => line.trim() !== '');
}

/**
 * The page's examples: ❌ with the subject that must fail (or several, parted by commas), ✅ with null. A subject of a
 * round is followed by its agency: `document @ Sở Y tế`.
 */
function examplesOf(page: string): { subject: string | null; report: string }[] {
  return [...page.matchAll(/^```text (❌|✅)[ \t]*(.*)\n([\s\S]*?)^```$/gm)].map(([, mark, subject, report]) => ({
    subject: mark === '❌' ? (subject ?? '').trim() : null,
    report: report ?? '',
  }));
}

/** The subjects that fail in an example: one report, or a round of several. */
function failedIn(example: string, { id }: CatalogueEntry): readonly string[] {
  const roundRule = roundRules.find((rule) => rule.id === id);
  if (roundRule !== undefined) return asked(compare(roundRule, roundIn(example)));
  const rule = rules.find((one) => one.id === id);
  const failed = rule === undefined ? [] : evaluate(rule, example).filter(({ outcome }) => outcome === 'fail');
  return [...new Set(failed.map(({ subject }) => subject))];
}

describe('the catalogue', () => {
  it('holds every promised rule once, in order', () => {
    expect(catalogue.map(({ id }) => id)).toEqual(Object.keys(promised));
  });

  it('has a folder for each rule and no folder without one', () => {
    expect([...folders].sort()).toEqual(catalogue.map(({ id }) => id as string).sort());
  });
});

describe.each(catalogue.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  it('is as grave as promised', () => {
    expect(rule.severity).toBe(promised[id]);
  });

  it.each(['rule.ts', 'rule.test.ts', 'rule.md'])('has %s', (name) => {
    expect(existsSync(path.join(folder, id, name))).toBe(true);
  });

  it('has a page that bears its id, titles and severity', () => {
    const [first, second, third] = printedLines(pageOf(rule));
    expect([first, second, third?.replace(/^_(.*)_/, '*$1*')]).toEqual([
      `# ${id}`,
      `**${rule.title.vi}** · ${shortWeightNames[rule.severity].vi}`,
      `*${rule.title.en}* · ${rule.severity}`,
    ]);
  });

  it('has a page with every heading, in order', () => {
    expect([...pageOf(rule).matchAll(/^## (.+)$/gm)].map((match) => match[1])).toEqual(headings);
  });

  it('has an example that fails and one that does not', () => {
    const subjects = examplesOf(pageOf(rule)).map(({ subject }) => subject);
    expect(subjects).toContain(null);
    expect(subjects.some((subject) => /^(document( @|$)|(criterion|citation|section):\S)/.test(subject ?? ''))).toBe(
      true,
    );
  });

  it.each(examplesOf(pageOf(rule)).map((example, index) => [index + 1, example] as const))(
    'tells the truth in example %i',
    (_, { subject, report }) => {
      expect(failedIn(report, rule)).toEqual(subject === null ? [] : subject.split(', '));
    },
  );
});
