import type { Span } from '../model/document-text.js';
import type { YearMention } from '../model/facts.js';
import { spanIn } from './figures/Stretch.js';
import type { ExtractionInput } from './input.js';
import { readSaid } from './said.js';
import { type YearLexicon, yearLexiconOf } from './years/lexicon.js';

/** `năm 2022`; a date's year (`ngày 17 tháng 02 năm 2023`) is none. */
const year =
  /(?<!(?:thang|\/|-)\s*\d{1,2}\s+)(?<![a-z])nam\s+(?<year>(?:19|20)\d\d)(?<range>\s*-\s*(?:19|20)\d\d)?(?![\d/])/g;

/** Years named in sentences, and what they stand for: `Trong năm 2022, … đã hoàn thành` tells of a result of 2022. */
export function extractYears(input: ExtractionInput): readonly YearMention[] {
  const lexicon = yearLexiconOf(input.pipeline.vocabulary.evidence.years);
  return readSaid(input).flatMap(({ sentences }) =>
    sentences.flatMap((sentence) =>
      yearsIn(sentence.folded, spanIn(sentence, { start: 0, end: sentence.folded.length }), lexicon),
    ),
  );
}

function yearsIn(folded: string, sentence: Span, lexicon: YearLexicon): readonly YearMention[] {
  return [...folded.matchAll(year)].map((match) => {
    const start = sentence.start + match.index;
    return {
      year: Number(match.groups?.year),
      span: { start, end: start + match[0].length },
      sentence,
      role: roleOf(folded, match, lexicon),
      saysReportedYear: lexicon.reported.test(folded),
    };
  });
}

/** What the words just before the year make of it, then what the sentence does with it. */
function roleOf(folded: string, match: RegExpExecArray, lexicon: YearLexicon): YearMention['role'] {
  const before = folded.slice(0, match.index);
  const behind = folded.slice(match.index + match[0].length);
  const clause = before.slice(Math.max(...[';', ':', '.'].map((mark) => before.lastIndexOf(mark))) + 1);
  if (match.groups?.range !== undefined || lexicon.planTermBefore.test(before)) return 'plan-term';
  const isOutcome = tellsOutcome(clause, behind, lexicon);
  const isTime = isOutcome || tellsWhen(clause, lexicon);
  if (!isTime && lexicon.legalBefore.test(clause)) return 'legal';
  if (lexicon.index.test(clause.slice(-40)) || lexicon.index.test(behind.slice(0, 40))) return 'index';
  if (lexicon.comparison.test(folded)) return 'comparison';
  if (!isTime && lexicon.documentBefore.test(clause)) return 'other';
  if (lexicon.intention.test(folded)) return 'plan-term';
  return isOutcome || (isTime && lexicon.result.test(`${clause} ${behind}`)) ? 'result' : 'other';
}

/** `Năm 2022, …`, `Trong năm 2022`, `Kết quả công khai năm 2022: …`: the year is the time of what is told. */
function tellsWhen(clause: string, lexicon: YearLexicon): boolean {
  const words = clause.replace(/^[\s\-+*•●–—]+/, '');
  const lastPiece = words.slice(words.lastIndexOf(',') + 1).trim();
  return lastPiece === '' || lexicon.timeBefore.test(words) || lexicon.headBefore.test(words);
}

/**
 * `Trong năm báo cáo, kết quả giám sát năm 2022 ghi nhận …`, `… năm 2022: 12 công trình`; `… được công khai` makes that year's
 * results public in this one.
 */
function tellsOutcome(clause: string, behind: string, lexicon: YearLexicon): boolean {
  const told = clause.replace(lexicon.reportedOpening, '');
  return told !== clause && lexicon.headBefore.test(told) && lexicon.outcomeBehind.test(behind);
}
