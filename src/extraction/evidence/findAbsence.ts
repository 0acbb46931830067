import type { Span } from '../../model/document-text.js';
import type { AbsenceStatement } from '../../model/facts.js';
import { fold } from '../../text/fold.js';
import { type Stretch, spanIn } from '../figures/Stretch.js';
import type { CountedAmount } from './amountsIn.js';
import type { EvidenceLexicon } from './lexicon.js';
import { matterOf } from './matterOf.js';

/**
 * The sentence as a statement that nothing of the kind occurred or was found: `không phát hiện hành vi tham nhũng`,
 * `không có cán bộ nào bị xử lý`, `phát hiện 0 vụ`. A wish (`không để xảy ra` behind `kiên quyết`) and a denial of
 * further cases are none; nor is `không còn khoản tồn đọng`, a result.
 */
export function findAbsence(
  sentence: Stretch,
  amounts: readonly CountedAmount[],
  lexicon: EvidenceLexicon,
): AbsenceStatement | undefined {
  const phrase = denialIn(sentence, lexicon) ?? zeroIn(sentence, amounts, lexicon) ?? bareIn(sentence, lexicon);
  if (phrase === undefined) return undefined;
  const behind = /^[^;.]*/.exec(sentence.folded.slice(phrase.start))?.[0] ?? '';
  return {
    span: spanIn(sentence, { start: 0, end: sentence.folded.length }),
    phrase: spanIn(sentence, phrase),
    matter: matterOf(behind, lexicon) ?? matterOf(sentence.folded, lexicon),
  };
}

function denialIn(sentence: Stretch, lexicon: EvidenceLexicon): Span | undefined {
  const { folded, document, start: offset } = sentence;
  const denials = [...folded.matchAll(lexicon.denials)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const lacks = [...folded.matchAll(lexicon.lacks)].flatMap((match): Span[] => {
    const nounAt = match.groups?.denied === undefined ? match[0].length : match[0].length - match.groups.denied.length;
    const behind = folded.slice(match.index + nounAt);
    const bodies = lexicon.bodies.exec(behind)?.[0];
    const end = match.index + match[0].length;
    if (bodies !== undefined) {
      const said = /^[^,;.:]*/.exec(behind.slice(bodies.length))?.[0] ?? '';
      return lexicon.deed.test(said) ? [{ start: match.index, end: match.index + nounAt + bodies.length }] : [];
    }
    return match.groups?.denied === undefined ? [] : [{ start: match.index, end }];
  });
  return [...denials, ...lacks]
    .sort((left, right) => left.start - right.start)
    .find((phrase) => {
      const clauseStart = Math.max(...[',', ';', ':'].map((mark) => folded.lastIndexOf(mark, phrase.start))) + 1;
      const behind = /^[^,;.:]*/.exec(folded.slice(phrase.end))?.[0] ?? '';
      const before = document.text.slice(offset + clauseStart, offset + phrase.start);
      return !lexicon.denialSetAside.test(before) && !lexicon.further.test(behind);
    });
}

function zeroIn(sentence: Stretch, amounts: readonly CountedAmount[], lexicon: EvidenceLexicon): Span | undefined {
  return amounts.find(
    ({ value, unit, end }) =>
      value === 0 &&
      lexicon.zeroUnits.has(fold(unit.form)) &&
      !lexicon.zeroResult.test(sentence.folded.slice(end, end + 40)),
  );
}

/** `Không có.`, `Số vụ việc được phát hiện: không.`; `Khó khăn, vướng mắc: Không.` denies nothing of the kind. */
function bareIn({ folded }: Stretch, lexicon: EvidenceLexicon): Span | undefined {
  const found = lexicon.bare.exec(folded);
  const label = found?.groups?.label ?? '';
  if (found === null || (label !== '' && !lexicon.bareLabel.test(label))) return undefined;
  const said = folded.slice(label.length);
  return { start: label.length + said.length - said.trimStart().length, end: folded.trimEnd().length };
}
