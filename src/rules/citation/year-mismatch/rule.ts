import type { Finding, Rule } from '../../../model/rule.js';
import { observed } from '../../shared/citationFindings.js';
import { citationSubject } from '../../shared/citedDocuments.js';
import { contradictingYears } from '../../shared/dateFaults.js';

/** The year inside a number and the year of its date contradict each other. */
export const rule: Rule = {
  id: 'citation/year-mismatch',
  severity: 'error',
  title: {
    vi: 'Năm trong số văn bản khác năm của ngày ban hành',
    en: 'The year in the number is not the year of the date',
  },
  needsRubric: false,
  evaluate({ facts }) {
    return facts.citations.flatMap((citation): Finding[] => {
      if (citation.year === null || citation.dateStatus === 'none') return [];
      const subject = citationSubject(citation);
      const years = contradictingYears(citation);
      if (years === null) return [{ outcome: 'pass', subject }];
      const name = citation.full ?? citation.text;
      return [
        observed({
          subject,
          mentions: [citation],
          doubtful: citation.doubtful,
          message: {
            vi: `Số ${name} mang năm ${years.number}, nhưng ngày ghi bên cạnh (${citation.dateText}) thuộc năm ${years.date}. Đề nghị kiểm tra lại số hoặc ngày.`,
            en: `The number ${name} bears the year ${years.number}, but the date beside it (${citation.dateText}) is of ${years.date}. Check the number or the date.`,
          },
        }),
      ];
    });
  },
};
