import type { ComparableDocument, RoundFinding, RoundRule } from '../../../model/round.js';
import { printDate } from '../../shared/calendar.js';
import { doubtReason, withDoubt } from '../../shared/round/doubt.js';
import { inLastYear, TwoYears, type YearPair } from '../../shared/round/TwoYears.js';

/** A plan of the agency's own bears the number, day and month that its last report gives a plan. */
export const rule: RoundRule = {
  id: 'batch/last-year-number',
  severity: 'warning',
  title: {
    vi: 'Kế hoạch năm nay mang số, ngày của kế hoạch trong báo cáo năm trước',
    en: 'This year’s plan bears the number and day of last year’s',
  },
  needsRubric: false,
  compare() {
    const years = new TwoYears(({ documents }) => documents.filter(({ own, plan }) => own && plan));
    return {
      add: (report) => years.add(report),
      addEarlier: (report) => years.addEarlier(report),
      findings: () => years.pairs().flatMap(repeatsIn),
    };
  },
};

function repeatsIn(pair: YearPair<readonly ComparableDocument[]>): readonly RoundFinding[] {
  return pair.now.flatMap((document): RoundFinding[] => {
    const last = pair.before.find(({ key, date }) => key === document.key && dayOf(date) === dayOf(document.date));
    return last === undefined ? [] : [findingOf(document, last, pair)];
  });
}

/** Numbers start anew each year, so that a number alone may repeat by chance; with its day and month it hardly does. */
function dayOf(date: string): string {
  return date.slice(5);
}

function findingOf(
  document: ComparableDocument,
  last: ComparableDocument,
  pair: YearPair<readonly ComparableDocument[]>,
): RoundFinding {
  const doubtful = document.doubtful || last.doubtful;
  const [now, before] = [printDate(document.date), printDate(last.date)];
  return {
    ...doubtReason(doubtful),
    agencyKey: pair.report.agencyKey,
    agency: pair.report.of,
    with: inLastYear(pair),
    file: pair.report.file,
    subject: `citation:${document.full}`,
    message: withDoubt(doubtful, {
      vi: `Văn bản ${document.full} ghi ngày ${now}; báo cáo kỳ trước đã viện dẫn văn bản cùng số, ngày ${before}. Đề nghị gửi kế hoạch ban hành cho kỳ này.`,
      en: `${document.full} is dated ${now}; the last report cites the same number, dated ${before}. Ask for the plan made for this period.`,
    }),
    evidence: [
      { file: pair.report.file, quotation: document.quotation },
      { file: pair.lastFile, quotation: last.quotation },
    ],
    confidence: Math.min(document.confidence, last.confidence),
  };
}
