import type { Amount, PercentToken } from './numberTokens.js';
import type { Stretch } from './Stretch.js';
import { unitOf } from './unitAgreement.js';

/** Sentences with more amounts than this are lists of figures; beyond it chance would explain any percentage. */
const mostAmounts = 10;

/**
 * True where the pair does not make the percentage but other amounts of the sentence do: a part of another whole, two parts
 * together (`trước hạn 150 hồ sơ, đúng hạn 79 hồ sơ trên tổng số 293 hồ sơ`), what remains of the whole. Then the pair is
 * not what was meant.
 */
export function fitsOtherwise(stretch: Stretch, part: Amount, whole: Amount, percent: PercentToken): boolean {
  const makes = (one: number, of: number) =>
    of > 0 && Math.abs((one / of) * 100 - percent.value) <= 0.5 * 10 ** -percent.decimals + 1e-9;
  if (makes(part.value, whole.value)) return false;
  if (makes(whole.value - part.value, whole.value)) return true;
  if (stretch.tokens.length > 6 * mostAmounts) return false;
  const amounts = amountsLike(stretch, part, whole);
  if (amounts.length > mostAmounts) return false;
  // The pair the wrong way round is no other reading: `160 trên tổng số 118` is wrong whatever it makes.
  const isSwapped = (one: Amount, of: Amount) => one === whole && of === part;
  return amounts.some((of) =>
    amounts.some(
      (one, first) =>
        one !== of &&
        ((makes(one.value, of.value) && !isSwapped(one, of)) ||
          amounts.slice(first + 1).some((other) => other !== of && makes(one.value + other.value, of.value))),
    ),
  );
}

function amountsLike(stretch: Stretch, part: Amount, whole: Amount): readonly Amount[] {
  const group = (unitOf(stretch, part) ?? unitOf(stretch, whole))?.group;
  return stretch.tokens
    .flatMap((token): Amount[] => {
      if (token.kind === 'number') return [token];
      return token.kind === 'fraction' ? [token.part, token.whole] : [];
    })
    .filter((amount) => group === undefined || amount.unit === undefined || amount.unit.group === group);
}
