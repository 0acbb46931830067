import type { Bilingual } from '../../../model/bilingual.js';
import { pageOf } from '../../../model/document-text.js';
import type { Percentage, Quantity, ReportFacts } from '../../../model/facts.js';
import type { Finding, Rule } from '../../../model/rule.js';
import { figureFinding } from '../../shared/figureFinding.js';
import { printNumber } from '../../shared/printNumber.js';
import { sectionSubject } from '../../shared/sectionSubject.js';

/** A percentage differs from the quotient of the numbers beside it by more than rounding and hedges allow. */
export const rule: Rule = {
  id: 'figure/percentage-mismatch',
  severity: 'error',
  title: {
    vi: 'Tỷ lệ phần trăm không khớp với các số đi kèm',
    en: 'Percentage differs from its own numbers',
  },
  needsRubric: false,
  evaluate({ facts }) {
    return facts.figures
      .filter((figure) => figure.kind === 'percentage')
      .map((figure): Finding => {
        if (agrees(figure)) return { outcome: 'pass', subject: sectionSubject(facts.sections, figure.span.start) };
        const digits = [figure.percent, figure.numerator, figure.denominator].map(({ span }) => span);
        return figureFinding(facts, figure, messageOf(figure), digits, figure.doubtful || isCommaLost(figure, facts));
      });
  },
};

interface Range {
  readonly least: number;
  readonly most: number;
}

/** Guards against the last binary digit, not against rounding. */
const epsilon = 1e-9;

function agrees({ percent, numerator, denominator }: Percentage): boolean {
  const isRounded = numerator.decimals > 0 || denominator.decimals > 0;
  const [part, whole, share] = [rangeOf(numerator, isRounded), rangeOf(denominator, isRounded), shareOf(percent)];
  const least = (part.least / whole.most) * 100;
  const most = (part.most / whole.least) * 100;
  return least <= share.most + epsilon && most >= share.least - epsilon;
}

/**
 * What an amount may stand for: `gần 500` up to a hundred less, but never more than a tenth of it; `3,2 tỷ` and the
 * `4 tỷ` beside it all that rounds to them.
 */
function rangeOf({ value, decimals, hedge }: Quantity, isRounded: boolean): Range {
  const zeros = /0*$/.exec(String(value))?.[0].length ?? 0;
  const slack = Math.min(10 ** (decimals > 0 ? -decimals : zeros), value / 10);
  const rounding = isRounded ? 0.5 * 10 ** -decimals : 0;
  return {
    least: value - rounding - (hedge === 'under' || hedge === 'about' ? slack : 0),
    most: value + rounding + (hedge === 'over' || hedge === 'about' ? slack : 0),
  };
}

/** A percentage stands for all that rounds to it; `hơn 70%` is true of all above, `gần`, `dưới` of all below. */
function shareOf(percent: Quantity): Range {
  const rounding = 0.5 * 10 ** -percent.decimals;
  const { least, most } = rangeOf(percent, false);
  return {
    least: percent.hedge === 'under' ? 0 : least - rounding,
    most: percent.hedge === 'over' ? Number.POSITIVE_INFINITY : most + rounding,
  };
}

/** On a scan, `782%` where 78,2 fits is a comma that was not read. */
function isCommaLost(figure: Percentage, facts: ReportFacts): boolean {
  const page = facts.pages.find(({ number }) => number === pageOf(facts.text, figure.percent.span));
  if (page?.origin !== 'ocr' || figure.percent.decimals > 0) return false;
  return [1, 2].some((decimals) =>
    agrees({ ...figure, percent: { ...figure.percent, value: figure.percent.value / 10 ** decimals, decimals } }),
  );
}

function messageOf({ percent, numerator, denominator }: Percentage): Bilingual {
  const quotient = (numerator.value / denominator.value) * 100;
  const [part, whole, share] = [numerator, denominator, percent].map(({ value }) => printNumber(value));
  const computed = printNumber(quotient, Math.max(1, percent.decimals));
  const rounding = printNumber(0.5 * 10 ** -percent.decimals, 4);
  const isHedged = [percent, numerator, denominator].some(({ hedge }) => hedge !== 'exact');
  return {
    vi:
      `Báo cáo ghi ${share?.vi}%, nhưng ${part?.vi} trên ${whole?.vi} là ${computed.vi}% ` +
      `(${part?.vi} : ${whole?.vi} × 100; sai số làm tròn cho phép ±${rounding.vi}${isHedged ? ', đã tính cả cách nói ước lượng' : ''}). ` +
      'Đề nghị kiểm tra lại số liệu gốc.',
    en:
      `The report says ${share?.en}%, but ${part?.en} of ${whole?.en} is ${computed.en}% ` +
      `(${part?.en} / ${whole?.en} × 100; rounding allows ±${rounding.en}${isHedged ? ', hedged wording allowed for' : ''}). ` +
      'Ask for the source figures.',
  };
}
