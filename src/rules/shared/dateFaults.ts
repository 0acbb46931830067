import type { CalendarDate, Citation } from '../../model/facts.js';
import type { RuleContext } from '../../model/rule.js';
import { addDays, numbersOfDate } from './calendar.js';
import { fullOf, groupBy, mentionsByNumber, numberKey, yearOf } from './citedDocuments.js';
import { shortName } from './shortName.js';
import { isSharedSymbol } from './symbolGrammar.js';

/** The last day on which a cited document can be dated. */
export interface DateLimit {
  /** Null where nothing but `open` is known. */
  readonly date: CalendarDate | null;
  /** `filing`: no report date is seen, or it cannot be right, and the time for filing is all there is to measure by. */
  readonly is: 'report' | 'filing';
  /** Documents dated after this day may be later than the report; null where `date` decides. */
  readonly open: {
    readonly after: CalendarDate;
    readonly because: 'report-date-contested' | 'report-date-unread';
  } | null;
}

/** So many documents dated after a report speak against the report's date (day and month are often written by hand). */
const contesting = 3;

/**
 * The report's date, else the end of the period plus the time for filing. A report date before the period, or one that
 * several documents contradict, is likely to be the wrong one and limits nothing; one that is there and could not be read may
 * be any day from the end of the period on. Null where nothing limits.
 */
export function dateLimit({ facts, pipeline }: RuleContext): DateLimit | null {
  const { date } = facts.identity;
  const { period, rubricFits } = pipeline;
  const filing = rubricFits ? addDays(period.to, period.filingDays) : null;
  if (date === null || (rubricFits && date < period.from)) {
    if (filing === null) return null;
    const isUnread = date === null && facts.identity.unread.includes('date');
    return { date: filing, is: 'filing', open: isUnread ? { after: period.to, because: 'report-date-unread' } : null };
  }
  const after = facts.citations.filter((citation) => citation.date !== null && citation.date > date);
  if (new Set(after.map((citation) => numberKey(fullOf(citation) ?? citation.text))).size < contesting) {
    return { date, is: 'report', open: null };
  }
  const open = { after: date, because: 'report-date-contested' } as const;
  return { date: filing === null || filing < date ? null : filing, is: 'filing', open };
}

function isFuture(citation: Citation, limit: DateLimit | null): boolean {
  return limit !== null && limit.date !== null && citation.date !== null && citation.date > limit.date;
}

/** The year inside the number and another one in the date; null where they agree or one is missing. */
export function contradictingYears(citation: Citation): { number: string; date: string } | null {
  if (citation.year === null || citation.dateStatus === 'none') return null;
  const dated = citation.date?.slice(0, 4) ?? yearPrinted(citation.dateText);
  return dated === null || dated === citation.year ? null : { number: citation.year, date: dated };
}

function yearPrinted(dateText: string | null): string | null {
  if (dateText === null) return null;
  const year = numbersOfDate(dateText)?.year.toString() ?? /\d{4}/.exec(dateText)?.[0] ?? null;
  return year !== null && /^(19|20)\d{2}$/.test(year) ? year : null;
}

/** Dated mentions of one document that do not bear the same date. */
export interface DateConflict {
  readonly full: string;
  /** One mention of each date, one read with certainty where there is one, in the order of the report. */
  readonly mentions: readonly Citation[];
}

/**
 * One number and symbol, same year, with several dates. Under a symbol that issuers of several levels share, the
 * agency's own document and another's, and those of issuers named differently, are not one document.
 */
export function dateConflicts(context: RuleContext): readonly DateConflict[] {
  return [...mentionsByNumber(context.facts).values()].flatMap((mentions) => {
    const dated = mentions.filter(({ date }) => date !== null);
    const issuerKey = issuerKeyAmong(dated, context);
    const documents = groupBy(dated, (citation) => `${yearOf(citation)}|${issuerKey(citation)}`);
    return [...documents.values()].flatMap((same) => {
      const byDate = [...groupBy(same, ({ date }) => date ?? '').values()];
      const certain = byDate.flatMap((group) => group.find(({ doubtful }) => !doubtful) ?? group[0] ?? []);
      const full = certain[0] === undefined ? null : fullOf(certain[0]);
      return full === null || certain.length < 2 ? [] : [{ full, mentions: certain }];
    });
  });
}

/** What sets the issuers of one number apart; the names are gathered once, whatever the number of mentions. */
function issuerKeyAmong(dated: readonly Citation[], { pipeline }: RuleContext): (citation: Citation) => string {
  const symbol = dated.find((one) => one.symbol !== null)?.symbol ?? '';
  if (!isSharedSymbol(symbol, pipeline)) return () => '';
  const nameOf = ({ issuer }: Citation) => shortName(issuer ?? '', pipeline);
  const names = new Set(dated.map(nameOf).filter((name) => name !== ''));
  return (citation) => {
    const own = citation.provenance === 'own' ? 'own' : 'other';
    return names.size < 2 ? own : `${own}|${nameOf(citation)}`;
  };
}

/** Numbers whose date is in dispute: conflicting, impossible, in the future, or against the number's own year. */
export function numbersWithDateFault(context: RuleContext): ReadonlySet<string> {
  const limit = dateLimit(context);
  const faulty = context.facts.citations.filter(
    (citation) =>
      citation.dateStatus === 'impossible' || isFuture(citation, limit) || contradictingYears(citation) !== null,
  );
  return new Set([
    ...faulty.flatMap((citation) => fullOf(citation) ?? []).map(numberKey),
    ...dateConflicts(context).map(({ full }) => numberKey(full)),
  ]);
}
