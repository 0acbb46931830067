import type { Bilingual } from '../../../model/bilingual.js';
import type { Breakdown } from '../../../model/facts.js';
import type { Finding, Rule } from '../../../model/rule.js';
import { figureFinding } from '../../shared/figureFinding.js';
import { printNumber } from '../../shared/printNumber.js';
import { sectionSubject } from '../../shared/sectionSubject.js';

/** A total and its complete breakdown do not add up. */
export const rule: Rule = {
  id: 'figure/sum-mismatch',
  severity: 'error',
  title: {
    vi: 'Tổng số không bằng tổng các phần được liệt kê',
    en: 'Total differs from the sum of its parts',
  },
  needsRubric: false,
  evaluate({ facts }) {
    return facts.figures
      .filter((figure) => figure.kind === 'breakdown')
      .map((figure): Finding => {
        const subject = sectionSubject(facts.sections, figure.span.start);
        if (!figure.complete) return { outcome: 'not-applicable', subject };
        if (Math.abs(sumOf(figure) - figure.total.value) < toleranceOf(figure)) return { outcome: 'pass', subject };
        const digits = [figure.total, ...figure.parts].map(({ span }) => span);
        return figureFinding(facts, figure, messageOf(figure), digits);
      });
  },
};

function sumOf({ parts }: Breakdown): number {
  return parts.reduce((sum, { value }) => sum + value, 0);
}

/**
 * What the sum may be off by, itself no longer in order. Whole numbers add up exactly; each rounded decimal may be off by half
 * its last digit, but not all of them by the whole of it and in one direction.
 */
function toleranceOf({ total, parts }: Breakdown): number {
  const rounding = [total, ...parts].reduce((sum, { decimals }) => sum + (decimals > 0 ? 0.5 * 10 ** -decimals : 0), 0);
  return Math.max(1e-9, rounding - 1e-9);
}

function messageOf(figure: Breakdown): Bilingual {
  const { total, parts } = figure;
  const sum = printNumber(sumOf(figure));
  const whole = printNumber(total.value);
  const gap = printNumber(Math.abs(sumOf(figure) - total.value));
  const printed = parts.map(({ value }) => printNumber(value));
  const unit = total.unit === null ? '' : ` ${total.unit}`;
  return {
    vi:
      `Báo cáo ghi tổng số ${whole.vi}${unit}, nhưng các phần liệt kê cộng lại là ` +
      `${printed.map(({ vi }) => vi).join(' + ')} = ${sum.vi} (chênh lệch ${gap.vi}). Đề nghị kiểm tra lại số liệu.`,
    en:
      `The report gives a total of ${whole.en}, but the parts add up to ` +
      `${printed.map(({ en }) => en).join(' + ')} = ${sum.en} (${gap.en} apart). Ask for the source figures.`,
  };
}
