import { confidenceOf, type Span } from '../../../model/document-text.js';
import type { Citation } from '../../../model/facts.js';
import type { Finding, Rule, RuleContext } from '../../../model/rule.js';
import { fold } from '../../../text/fold.js';
import { printDate } from '../../shared/calendar.js';
import { cannotJudge } from '../../shared/cannotJudge.js';
import { documentKeys, fullOf, groupBy, numberKey } from '../../shared/citedDocuments.js';
import { dateLimit, numbersWithDateFault } from '../../shared/dateFaults.js';
import { type Disorder, disordersOf, type Entry } from '../../shared/registers.js';
import { faultOfSymbol, isOlderThanForm, parseSymbol } from '../../shared/symbolGrammar.js';

interface RegisterEntry extends Entry {
  readonly full: string;
  readonly span: Span;
  readonly confidence: number;
  readonly doubtful: boolean;
}

/** Numbers of one register and year must rise with their dates. */
export const rule: Rule = {
  id: 'citation/number-out-of-sequence',
  severity: 'warning',
  title: {
    vi: 'Số văn bản không theo thứ tự ngày ban hành',
    en: 'Document numbers do not rise with their dates',
  },
  needsRubric: false,
  evaluate(context) {
    const years = groupBy(entriesOf(context), ({ date }) => date.slice(0, 4));
    return [...years.values()].flatMap((entries) => judgeYear(entries, context));
  },
};

/** What only doubtful entries put out of order is not judged. */
function judgeYear(entries: readonly RegisterEntry[], { pipeline }: RuleContext): readonly Finding[] {
  const enough = pipeline.thresholds.sharedRegisterDocuments;
  const certain = disordersOf(
    entries.filter(({ doubtful }) => !doubtful),
    enough,
  );
  const failed = new Set(certain.map(({ entry }) => entry));
  const doubtful = disordersOf(entries, enough).filter(
    ({ entry, against }) =>
      !failed.has(entry) && (entry.doubtful || against.some((other) => other.doubtful || failed.has(other))),
  );
  const told = new Set([...failed, ...doubtful.map(({ entry }) => entry)]);
  return [
    ...certain.map((disorder) => disorderFinding(disorder, false)),
    ...doubtful.map((disorder) => disorderFinding(disorder, true)),
    ...entries.filter((entry) => !told.has(entry)).map(passing),
  ];
}

function passing({ full }: RegisterEntry): Finding {
  return { outcome: 'pass', subject: `citation:${full}` };
}

/** The agency's own dated documents that State form numbers by year, one entry a document, and the report itself. */
function entriesOf(context: RuleContext): readonly RegisterEntry[] {
  const faulty = numbersWithDateFault(context);
  const registered = context.facts.citations.filter((citation) => isInRegister(citation, context));
  const cited = [...groupBy(registered, documentKeys(registered)).values()].flatMap((mentions) => {
    const citation = mentions.find(({ doubtful }) => !doubtful) ?? mentions[0];
    return citation === undefined || faulty.has(numberKey(fullOf(citation) ?? '')) ? [] : entryOf(citation);
  });
  const isContested = dateLimit(context)?.open?.because === 'report-date-contested';
  const own = isContested ? null : reportEntry(context);
  const others = own === null ? cited : cited.filter(({ full }) => numberKey(full) !== numberKey(own.full));
  return own === null ? others : [...others, own];
}

function isInRegister(citation: Citation, { pipeline }: RuleContext): boolean {
  const symbol = parseSymbol(citation, pipeline);
  return (
    citation.kind === 'numbered' &&
    citation.provenance === 'own' &&
    citation.dateStatus === 'valid' &&
    // Normative documents have a series of their own.
    citation.year === null &&
    symbol?.form === 'state' &&
    !isOlderThanForm(citation, pipeline) &&
    faultOfSymbol(citation.type, symbol, pipeline) === null
  );
}

function entryOf(citation: Citation): readonly RegisterEntry[] {
  const { number, symbol, date, span, confidence, doubtful } = citation;
  const full = fullOf(citation);
  if (number === null || symbol === null || date === null || full === null || !/^\d+$/.test(number)) return [];
  return [{ number: Number(number), symbol: fold(symbol), date, full, span, confidence, doubtful }];
}

function reportEntry({ facts, pipeline }: RuleContext): RegisterEntry | null {
  const { number: full, numberSpan, date, dateSpan } = facts.identity;
  const [, number, symbol] = /^(\d+)\/(.+)$/.exec(full ?? '') ?? [];
  if (full === null || numberSpan === null || date === null || number === undefined || symbol === undefined)
    return null;
  const confidence = Math.min(
    confidenceOf(facts.text, numberSpan),
    dateSpan === null ? 1 : confidenceOf(facts.text, dateSpan),
  );
  const doubtful = confidence < pipeline.thresholds.doubtfulConfidence;
  return { number: Number(number), symbol: fold(symbol), date, full, span: numberSpan, confidence, doubtful };
}

function disorderFinding({ entry, against, shared }: Disorder<RegisterEntry>, doubtful: boolean): Finding {
  const sameSymbol = against.filter(({ symbol }) => symbol === entry.symbol);
  const acrossSymbols = shared && sameSymbol.length === 0;
  const shown = [...(acrossSymbols ? against : sameSymbol)]
    .sort((left, right) => Math.abs(left.number - entry.number) - Math.abs(right.number - entry.number))
    .slice(0, 3);
  const list = (on: string) => shown.map(({ full, date }) => `${full} ${on} ${printDate(date)}`).join('; ');
  const register = acrossSymbols
    ? {
        vi: ' Các văn bản khác của cơ quan cho thấy một sổ số chung cho mọi loại.',
        en: ' The agency’s other documents show one register for all types.',
      }
    : { vi: '', en: '' };
  const message = {
    vi: `Số ${entry.full} ghi ngày ${printDate(entry.date)} không theo thứ tự với ${list('ngày')}: trong một năm, số lớn hơn phải có ngày muộn hơn.${register.vi} Đề nghị kiểm tra lại số hoặc ngày của các văn bản này.`,
    en: `Number ${entry.full} of ${printDate(entry.date)} is out of order with ${list('of')}: within a year a greater number has a later date.${register.en} Check the numbers or dates of these documents.`,
  };
  const subject = `citation:${entry.full}` as const;
  const evidence = [entry, ...shown].map(({ span }) => span);
  // That one register serves all types is inferred, not printed.
  const confidence = Math.min(...[entry, ...shown].map((one) => one.confidence)) * (acrossSymbols ? 0.9 : 1);
  if (doubtful) return cannotJudge(subject, 'doubtful-reading', message, evidence, confidence);
  return { outcome: 'fail', subject, message, evidence, confidence };
}
