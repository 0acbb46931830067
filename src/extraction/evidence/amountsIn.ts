import type { Span } from '../../model/document-text.js';
import type { Unit } from '../figures/lexicon.js';
import type { Stretch } from '../figures/Stretch.js';
import { unitOf } from '../figures/unitAgreement.js';
import type { EvidenceLexicon } from './lexicon.js';

/** A number with what it counts, in digits or in words; offsets count from the start of the stretch. */
export interface CountedAmount extends Span {
  readonly value: number;
  readonly unit: Unit;
  readonly inWords: boolean;
}

/** `03 vụ việc`, `Số vụ việc: 03`, `10/12 cuộc`, `hai cuộc kiểm tra`; zero too. */
export function amountsIn(stretch: Stretch, lexicon: EvidenceLexicon): readonly CountedAmount[] {
  const inDigits = stretch.tokens.flatMap((token): CountedAmount[] => {
    if (token.kind !== 'number' && token.kind !== 'fraction') return [];
    const amount = token.kind === 'fraction' ? token.part : token;
    const unitEnd = token.kind === 'fraction' ? Math.max(token.end, token.whole.unitEnd) : token.unitEnd;
    if (amount.unit !== undefined) {
      return [{ value: amount.value, unit: amount.unit, start: token.start, end: unitEnd, inWords: false }];
    }
    const named = /(?::|=|(?<![a-z])la)\s*$/.test(stretch.folded.slice(Math.max(0, token.start - 10), token.start))
      ? unitOf(stretch, amount)
      : undefined;
    return named === undefined
      ? []
      : [{ value: amount.value, unit: named, start: token.start, end: token.end, inWords: false }];
  });
  // `02 (hai) vụ` is told once.
  const inWords = amountsInWords(stretch, lexicon).filter(
    (amount) => !inDigits.some(({ start, end }) => start < amount.end && amount.start < end),
  );
  return [...inDigits, ...inWords].sort((left, right) => left.start - right.start);
}

function amountsInWords(stretch: Stretch, lexicon: EvidenceLexicon): readonly CountedAmount[] {
  const printed = stretch.document.text.slice(stretch.start, stretch.start + stretch.folded.length).toLowerCase();
  return [...printed.matchAll(lexicon.numerals)].flatMap((match): CountedAmount[] => {
    const end = match.index + match[0].length;
    stretch.lexicon.unit.lastIndex = end;
    const behind = stretch.lexicon.unit.exec(stretch.folded);
    const unit = behind === null ? undefined : stretch.lexicon.unitOf(behind.groups?.unit ?? '');
    const value = lexicon.numeralOf(match[0]);
    if (behind === null || unit === undefined || value === undefined) return [];
    return [{ value, unit, start: match.index, end: end + behind[0].length, inWords: true }];
  });
}
