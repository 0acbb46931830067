import type { Finding, Rule } from '../../../model/rule.js';
import { figureFinding } from '../../shared/figureFinding.js';
import { sectionSubject } from '../../shared/sectionSubject.js';

/** A rank above its field. */
export const rule: Rule = {
  id: 'figure/rank-out-of-range',
  severity: 'error',
  title: {
    vi: 'Thứ hạng lớn hơn số đơn vị được xếp hạng',
    en: 'Rank above its field',
  },
  needsRubric: false,
  evaluate({ facts }) {
    return facts.figures
      .filter((figure) => figure.kind === 'rank')
      .map((figure): Finding => {
        const { rank, field } = figure;
        if (rank <= field) return { outcome: 'pass', subject: sectionSubject(facts.sections, figure.span.start) };
        const message = {
          vi: `Báo cáo ghi thứ hạng ${rank} trong ${field} đơn vị được xếp hạng (${rank} > ${field}). Đề nghị đối chiếu với kết quả công bố.`,
          en: `The report claims rank ${rank} among ${field} (${rank} > ${field}). Compare with the published result.`,
        };
        return figureFinding(facts, figure, message, [figure.span]);
      });
  },
};
