import type { Pipeline } from '../../../model/pipeline.js';
import type { RoundComparison, RoundFinding, RoundReport, RoundRule } from '../../../model/round.js';
import { groupBy } from '../../shared/citedDocuments.js';
import { capitalised, printCriterion } from '../../shared/printScore.js';
import { commonWording } from '../../shared/round/commonWording.js';
import { type Copy, mirrored, SubstanceIndex } from '../../shared/round/SubstanceIndex.js';

/** As many copies as a reader takes in. */
const mostNamed = 5;

/** The substance of a criterion is a near-duplicate of another agency's. */
export const rule: RoundRule = {
  id: 'batch/copied-text',
  severity: 'warning',
  title: {
    vi: 'Nội dung gần như trùng với báo cáo của cơ quan khác',
    en: 'The text is nearly another agency’s',
  },
  needsRubric: false,
  compare: (pipeline) => new CopiedText(pipeline),
};

class CopiedText implements RoundComparison {
  readonly #pipeline: Pipeline;
  readonly #index: SubstanceIndex;

  constructor(pipeline: Pipeline) {
    const { copiedSimilarity, commonWording } = pipeline.thresholds.round;
    this.#pipeline = pipeline;
    this.#index = new SubstanceIndex({ similarity: copiedSimilarity, mostOwners: commonWording.most });
  }

  add(report: RoundReport): void {
    this.#index.add(report, report.agencyKey);
  }

  findings(): readonly RoundFinding[] {
    const { copiedTriples } = this.#pipeline.thresholds.round;
    const copies = this.#index.copies(copiedTriples, commonWording(this.#index.owners, this.#pipeline));
    const bySubject = groupBy(
      copies.flatMap((copy) => [copy, mirrored(copy)]),
      ({ mine }) => `${mine.report.agencyKey}|${mine.criterion}`,
    );
    return [...bySubject.values()].flatMap((same) => findingOf(same, this.#pipeline));
  }
}

/** One finding of a criterion, with the closest copy named first. */
function findingOf(copies: readonly Copy[], pipeline: Pipeline): readonly RoundFinding[] {
  const byAgency = groupBy(
    [...copies].sort((one, other) => other.shared - one.shared),
    ({ theirs }) => theirs.report.agencyKey,
  );
  const closest = [...byAgency.values()].flatMap(([first]) => first ?? []);
  const [first] = closest;
  if (first === undefined) return [];
  const { mine, theirs, shared, of } = first;
  const name = printCriterion(mine.criterion, { pipeline });
  const named = closest.slice(0, mostNamed).map((copy) => `${copy.theirs.report.of} (${copy.theirs.criterion})`);
  const more = closest.length > mostNamed ? ', …' : '';
  return [
    {
      outcome: 'fail',
      agencyKey: mine.report.agencyKey,
      agency: mine.report.of,
      with: theirs.report.of,
      file: mine.report.file,
      subject: `criterion:${mine.criterion}`,
      message: {
        vi: `${capitalised(name.vi)}: nội dung gần như trùng với báo cáo của ${named.join(', ')}${more}; ${shared}/${of} cụm ba từ của đoạn giống nhau, kể cả số liệu, sau khi bỏ tên cơ quan, tên tiêu chí và văn bản viện dẫn chung. Đề nghị hai đơn vị nêu kết quả của chính mình và tài liệu kèm theo.`,
        en: `${capitalised(name.en)}: the text is nearly that of ${named.join(', ')}${more}; ${shared} of ${of} triples of words agree, figures too, with agencies’ names, the rubric’s wording and common documents set aside. Ask both for results of their own.`,
      },
      evidence: [first.evidence[0], ...closest.slice(0, mostNamed).map(({ evidence }) => evidence[1])],
      confidence: Math.min(...closest.map(({ confidence }) => confidence)),
    },
  ];
}
