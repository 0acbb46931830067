import type { Pipeline } from '../../../model/pipeline.js';
import type { RoundFinding, RoundRule } from '../../../model/round.js';
import { groupBy } from '../../shared/citedDocuments.js';
import { capitalised, printCriterion } from '../../shared/printScore.js';
import { commonWording } from '../../shared/round/commonWording.js';
import { type Copy, SubstanceIndex, type Substantial } from '../../shared/round/SubstanceIndex.js';
import { inLastYear, TwoYears, type YearPair } from '../../shared/round/TwoYears.js';

/** The substance of a criterion is, figures and all, that of the agency's last report. */
export const rule: RoundRule = {
  id: 'batch/last-year-text',
  severity: 'warning',
  title: {
    vi: 'Nội dung gần như trùng với báo cáo năm trước của chính cơ quan',
    en: 'The text is nearly that of the agency’s last report',
  },
  needsRubric: false,
  compare(pipeline) {
    const years = new TwoYears(({ file, of, agencyKey, criteria }): Substantial => ({ file, of, agencyKey, criteria }));
    return {
      add: (report) => years.add(report),
      addEarlier: (report) => years.addEarlier(report),
      findings: () => years.pairs().flatMap((pair) => copiedIn(pair, pipeline)),
    };
  },
};

function copiedIn(pair: YearPair<Substantial>, pipeline: Pipeline): readonly RoundFinding[] {
  const { copiedSimilarity, copiedTriples, commonWording: common } = pipeline.thresholds.round;
  const index = new SubstanceIndex({ similarity: copiedSimilarity, mostOwners: common.most });
  index.add(pair.now, 'now');
  index.add(pair.before, 'before');
  const copies = index.copies(copiedTriples, commonWording(index.owners, pipeline));
  return [...groupBy(copies, ({ mine }) => mine.criterion).values()].flatMap(([first]) =>
    first === undefined ? [] : [findingOf(first, pair, pipeline)],
  );
}

function findingOf(copy: Copy, pair: YearPair<Substantial>, pipeline: Pipeline): RoundFinding {
  const { mine, theirs, shared, of, evidence, confidence } = copy;
  const name = printCriterion(mine.criterion, { pipeline });
  const last = inLastYear(pair);
  return {
    outcome: 'fail',
    agencyKey: pair.report.agencyKey,
    agency: pair.report.of,
    with: last,
    file: pair.report.file,
    subject: `criterion:${mine.criterion}`,
    message: {
      vi: `${capitalised(name.vi)}: nội dung gần như trùng với báo cáo kỳ trước, ${last} (${theirs.criterion}); ${shared}/${of} cụm ba từ của đoạn giống nhau, kể cả số liệu. Đề nghị nêu kết quả của năm nay.`,
      en: `${capitalised(name.en)}: the text is nearly that of the last report, ${last} (${theirs.criterion}); ${shared} of ${of} triples of words agree, figures too. Ask for this year's results.`,
    },
    evidence,
    confidence,
  };
}
