import type { Pipeline } from '../../../model/pipeline.js';
import type { RoundComparison, RoundFinding, RoundReport, RoundRule } from '../../../model/round.js';
import { groupBy } from '../../shared/citedDocuments.js';
import { printNumber } from '../../shared/printNumber.js';
import { capitalised, printClaim, printCriterion } from '../../shared/printScore.js';
import { doubtReason, withDoubt } from '../../shared/round/doubt.js';
import { medianOf, spreadOf } from '../../shared/round/median.js';

/** A claim this many times the peers' usual distance from their median lies far from them. */
const farInSpreads = 3;

interface Claim {
  readonly report: Pick<RoundReport, 'file' | 'of' | 'agencyKey' | 'kind'>;
  readonly criterion: string;
  readonly claimed: number;
  readonly max: number;
  readonly evidence: number;
  readonly doubtful: boolean;
  readonly confidence: number;
  readonly quotation: number;
}

/** A claim far above the agency's peers while its evidence is thinner. */
export const rule: RoundRule = {
  id: 'batch/score-outlier',
  severity: 'info',
  title: {
    vi: 'Điểm tự chấm cao hơn hẳn các cơ quan cùng loại trong khi minh chứng ít hơn',
    en: 'A claim far above the peers’ on thinner evidence',
  },
  needsRubric: true,
  compare: (pipeline) => new ScoreOutlier(pipeline),
};

class ScoreOutlier implements RoundComparison {
  readonly #pipeline: Pipeline;
  readonly #claims: Claim[] = [];

  constructor(pipeline: Pipeline) {
    this.#pipeline = pipeline;
  }

  add({ file, of, agencyKey, kind, criteria }: RoundReport): void {
    for (const { id, claimed, max, evidence, doubtful, confidence, quotation } of criteria) {
      // More than the maximum is a slip or a misreading, which score/exceeds-maximum asks about.
      if (claimed === null || max === null || max <= 0 || claimed > max) continue;
      const report = { file, of, agencyKey, kind };
      this.#claims.push({ report, criterion: id, claimed, max, evidence, doubtful, confidence, quotation });
    }
  }

  findings(): readonly RoundFinding[] {
    return [...groupBy(this.#claims, ({ criterion }) => criterion).values()].flatMap((claims) => this.#among(claims));
  }

  /** Agencies of a kind are peers where there are enough of them, else all are. */
  #among(claims: readonly Claim[]): readonly RoundFinding[] {
    const { fewestPeers } = this.#pipeline.thresholds.round;
    const kinds = [...groupBy(claims, ({ report }) => report.kind ?? '').values()];
    const groups = kinds.map((ofKind) => ({ ofKind, peers: ofKind.length > fewestPeers ? ofKind : claims }));
    return groups.flatMap(({ ofKind, peers }) => (peers.length > fewestPeers ? this.#far(ofKind, peers) : []));
  }

  #far(claims: readonly Claim[], peers: readonly Claim[]): readonly RoundFinding[] {
    const shares = peers.map(({ claimed, max }) => claimed / max);
    const usual = { share: medianOf(shares), evidence: medianOf(peers.map(({ evidence }) => evidence)) };
    const gap = Math.max(this.#pipeline.thresholds.round.outlierGap, farInSpreads * spreadOf(shares));
    return claims
      .filter(({ claimed, max, evidence }) => claimed / max - usual.share >= gap - 1e-9 && evidence < usual.evidence)
      .map((claim) => this.#findingOf(claim, usual, peers.length - 1));
  }

  #findingOf(claim: Claim, usual: { share: number; evidence: number }, peers: number): RoundFinding {
    const { report, criterion, claimed, max, evidence, doubtful, confidence, quotation } = claim;
    const name = printCriterion(criterion, { pipeline: this.#pipeline });
    const points = printClaim({ claimed, max });
    const [share, median] = [claimed / max, usual.share].map((one) => printNumber(one * 100, 1));
    const pieces = printNumber(usual.evidence, 1);
    return {
      ...doubtReason(doubtful),
      agencyKey: report.agencyKey,
      agency: report.of,
      with: null,
      file: report.file,
      subject: `criterion:${criterion}`,
      message: withDoubt(doubtful, {
        vi: `${capitalised(name.vi)}: tự chấm ${points.vi} điểm (${share?.vi} %), trong khi mức giữa của ${peers} cơ quan được so là ${median?.vi} %; minh chứng nêu trong báo cáo là ${evidence}, mức giữa là ${pieces.vi}. Đề nghị bổ sung minh chứng cho phần điểm cao hơn.`,
        en: `${capitalised(name.en)}: ${points.en} points are claimed (${share?.en} %), the median of ${peers} peers is ${median?.en} %; the report names ${evidence} pieces of evidence, the median is ${pieces.en}. Ask for evidence of the points above.`,
      }),
      evidence: [{ file: report.file, quotation }],
      confidence,
    };
  }
}
