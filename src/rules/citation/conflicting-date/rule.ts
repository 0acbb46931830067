import type { Citation } from '../../../model/facts.js';
import type { Finding, Rule, RuleContext } from '../../../model/rule.js';
import { printDate } from '../../shared/calendar.js';
import { observed } from '../../shared/citationFindings.js';
import { citationSubject, mentionsByNumber, numberKey, pagePrinted } from '../../shared/citedDocuments.js';
import { type DateConflict, dateConflicts } from '../../shared/dateFaults.js';

/** One number and symbol is given two dates of the same year. */
export const rule: Rule = {
  id: 'citation/conflicting-date',
  severity: 'error',
  title: {
    vi: 'Một số, ký hiệu văn bản ghi hai ngày khác nhau',
    en: 'One document number is given two dates',
  },
  needsRubric: false,
  evaluate(context) {
    const conflicts = dateConflicts(context);
    const inConflict = new Set(conflicts.map(({ full }) => numberKey(full)));
    const agreeing = [...mentionsByNumber(context.facts)].filter(
      ([key, mentions]) => !inConflict.has(key) && mentions.filter(({ date }) => date !== null).length > 1,
    );
    return [
      ...conflicts.map((conflict) => conflictFinding(conflict, context)),
      ...agreeing.flatMap(([, [first]]): Finding[] =>
        first === undefined ? [] : [{ outcome: 'pass', subject: citationSubject(first) }],
      ),
    ];
  },
};

function conflictFinding({ full, mentions }: DateConflict, { facts }: RuleContext): Finding {
  const listed = (pageWord: string) =>
    mentions.map((one) => `${datePrinted(one)} (${pageWord} ${pagePrinted(facts.text, one)})`).join(', ');
  return observed({
    subject: `citation:${full}`,
    mentions,
    doubtful: mentions.filter(({ doubtful }) => !doubtful).length < 2,
    message: {
      vi: `Văn bản số ${full} được ghi với ${mentions.length} ngày khác nhau: ${listed('trang')}. Đề nghị đối chiếu bản gốc để xác định ngày đúng.`,
      en: `Document ${full} is given ${mentions.length} dates: ${listed('page')}. Compare with the original to see which is right.`,
    },
  });
}

function datePrinted({ date }: Citation): string {
  return date === null ? '' : printDate(date);
}
