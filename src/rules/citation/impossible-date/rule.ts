import type { Bilingual } from '../../../model/bilingual.js';
import { daysOfMonth } from '../../../model/daysOfMonth.js';
import type { Rule } from '../../../model/rule.js';
import { numbersOfDate } from '../../shared/calendar.js';
import { observed } from '../../shared/citationFindings.js';
import { citationSubject } from '../../shared/citedDocuments.js';

/** The printed date is in no calendar. */
export const rule: Rule = {
  id: 'citation/impossible-date',
  severity: 'error',
  title: { vi: 'Ngày của văn bản không có trong lịch', en: 'The document’s date does not exist' },
  needsRubric: false,
  evaluate({ facts }) {
    const dated = facts.citations.filter(({ dateStatus }) => dateStatus === 'valid' || dateStatus === 'impossible');
    return dated.map((citation) => {
      const subject = citationSubject(citation);
      if (citation.dateStatus === 'valid') return { outcome: 'pass', subject };
      const printed = citation.dateText ?? '';
      const { vi, en } = whyImpossible(printed);
      const number = citation.full === null ? citation.text : `Văn bản số ${citation.full}`;
      return observed({
        subject,
        mentions: [citation],
        doubtful: citation.doubtful,
        message: {
          vi: `${number} ghi “${printed}”: ${vi}. Đề nghị kiểm tra lại ngày trên bản gốc.`,
          en: `${citation.full ?? citation.text} is dated “${printed}”: ${en}. Check the date on the original.`,
        },
      });
    });
  },
};

function whyImpossible(printed: string): Bilingual {
  const numbers = numbersOfDate(printed);
  if (numbers === null) return { vi: 'không có ngày này trong lịch', en: 'no calendar has this day' };
  const { day, month, year } = numbers;
  const days = daysOfMonth(month, year);
  if (days === 0) return { vi: `không có tháng ${month}`, en: `there is no month ${month}` };
  return {
    vi: `tháng ${month} năm ${year} có ${days} ngày, không có ngày ${day}`,
    en: `month ${month} of ${year} has ${days} days, there is no day ${day}`,
  };
}
