import { confidenceOf } from '../../../model/document-text.js';
import type { CalendarDate, Citation } from '../../../model/facts.js';
import type { Finding, Rule, RuleContext } from '../../../model/rule.js';
import { printDate } from '../../shared/calendar.js';
import { cannotJudge } from '../../shared/cannotJudge.js';
import { observed } from '../../shared/citationFindings.js';
import { citationSubject } from '../../shared/citedDocuments.js';
import { type DateLimit, dateLimit } from '../../shared/dateFaults.js';

/** A document is dated after the report that cites it. */
export const rule: Rule = {
  id: 'citation/future-date',
  severity: 'error',
  title: { vi: 'Văn bản ghi ngày sau ngày báo cáo', en: 'A cited document is dated after the report' },
  needsRubric: false,
  evaluate(context) {
    const limit = dateLimit(context);
    return context.facts.citations.flatMap((citation): Finding[] => {
      const { date } = citation;
      if (date === null || limit === null) return [];
      if (limit.date !== null && date > limit.date)
        return [futureFinding(citation, date, limit.date, limit.is, context)];
      if (limit.open !== null && date > limit.open.after) return [openFinding(citation, date, limit.open, context)];
      return [{ outcome: 'pass', subject: citationSubject(citation) }];
    });
  },
};

function futureFinding(
  citation: Citation,
  date: CalendarDate,
  latest: CalendarDate,
  is: DateLimit['is'],
  context: RuleContext,
): Finding {
  const { facts, pipeline } = context;
  const name = citation.full ?? citation.text;
  const day = printDate(date);
  const last = printDate(latest);
  const dateSpan = is === 'report' ? facts.identity.dateSpan : null;
  const reportIsDoubtful =
    dateSpan !== null && confidenceOf(facts.text, dateSpan) < pipeline.thresholds.doubtfulConfidence;
  const finding = observed({
    subject: citationSubject(citation),
    mentions: [citation],
    doubtful: citation.doubtful || reportIsDoubtful,
    message:
      is === 'report'
        ? {
            vi: `Văn bản ${name} ghi ngày ${day}, sau ngày của báo cáo (${last}). Đề nghị kiểm tra lại ngày của văn bản hoặc của báo cáo.`,
            en: `${name} is dated ${day}, after the report itself (${last}). Check the date of the document or of the report.`,
          }
        : {
            vi: `Văn bản ${name} ghi ngày ${day}; không có ngày báo cáo để so, nhưng báo cáo của kỳ này nộp chậm nhất ${last} (hết kỳ đánh giá và ${pipeline.period.filingDays} ngày nộp). Đề nghị kiểm tra lại ngày của văn bản.`,
            en: `${name} is dated ${day}; there is no report date to compare with, but reports of this period are due by ${last} (end of the period and ${pipeline.period.filingDays} days). Check the document’s date.`,
          },
  });
  return dateSpan !== null && 'evidence' in finding
    ? { ...finding, evidence: [...finding.evidence, dateSpan] }
    : finding;
}

function openFinding(
  citation: Citation,
  date: CalendarDate,
  { after, because }: NonNullable<DateLimit['open']>,
  { facts }: RuleContext,
): Finding {
  const told = citation.full ?? citation.text;
  const [day, last] = [printDate(date), printDate(after)];
  const { dateSpan } = facts.identity;
  const evidence = [citation.span, ...(dateSpan === null ? [] : [dateSpan])];
  const subject = citationSubject(citation);
  if (because === 'report-date-unread') {
    const seen = {
      vi: `Văn bản ${told} ghi ngày ${day}, sau ngày cuối của kỳ đánh giá (${last}); ngày của báo cáo có nhưng chưa đọc được nên chưa so sánh được.`,
      en: `${told} is dated ${day}, after the period’s last day (${last}); the report’s own date is there but could not be read.`,
    };
    return cannotJudge(subject, 'doubtful-reading', seen, evidence, citation.confidence);
  }
  const seen = {
    vi: `Văn bản ${told} ghi ngày ${day}, sau ngày báo cáo ${last}; nhiều văn bản khác cũng vậy, nên có thể ngày báo cáo ghi nhầm hoặc đọc chưa đúng.`,
    en: `${told} is dated ${day}, after the report’s date ${last}; so are several others, so the report’s date itself may be wrong or misread.`,
  };
  return cannotJudge(subject, 'ambiguous', seen, evidence, citation.confidence);
}
