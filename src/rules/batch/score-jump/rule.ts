import type { Pipeline } from '../../../model/pipeline.js';
import type { ComparableCriterion, RoundFinding, RoundRule } from '../../../model/round.js';
import { capitalised, printClaim, printCriterion } from '../../shared/printScore.js';
import { doubtReason, withDoubt } from '../../shared/round/doubt.js';
import { inLastYear, TwoYears, type YearPair } from '../../shared/round/TwoYears.js';

type Claim = Omit<ComparableCriterion, 'passages' | 'claimed' | 'max'> & {
  readonly claimed: number;
  readonly max: number;
};

/** A claim far above the agency's claim of its last round. */
export const rule: RoundRule = {
  id: 'batch/score-jump',
  severity: 'info',
  title: {
    vi: 'Điểm tự chấm tăng mạnh so với năm trước',
    en: 'A claim far above last year’s',
  },
  needsRubric: true,
  compare(pipeline) {
    const years = new TwoYears(({ criteria }) => criteria.flatMap(claimOf));
    return {
      add: (report) => years.add(report),
      addEarlier: (report) => years.addEarlier(report),
      findings: () => years.pairs().flatMap((pair) => jumpsIn(pair, pipeline)),
    };
  },
};

function claimOf({ passages: _, claimed, max, ...rest }: ComparableCriterion): readonly Claim[] {
  // More than the maximum is a slip or a misreading, which score/exceeds-maximum asks about.
  return claimed === null || max === null || max <= 0 || claimed > max ? [] : [{ ...rest, claimed, max }];
}

function jumpsIn(pair: YearPair<readonly Claim[]>, pipeline: Pipeline): readonly RoundFinding[] {
  return pair.now.flatMap((claim): RoundFinding[] => {
    // The same id may mean another criterion in another year's rubric.
    const last = pair.before.find(({ id, name }) => id === claim.id && name === claim.name);
    if (last === undefined) return [];
    const jump = claim.claimed / claim.max - last.claimed / last.max;
    return jump < pipeline.thresholds.round.jump - 1e-9 ? [] : [findingOf(claim, last, pair, pipeline)];
  });
}

function findingOf(claim: Claim, last: Claim, pair: YearPair<readonly Claim[]>, pipeline: Pipeline): RoundFinding {
  const doubtful = claim.doubtful || last.doubtful;
  const name = printCriterion(claim.id, { pipeline });
  const [now, before] = [printClaim(claim), printClaim(last)];
  const lastYear = inLastYear(pair);
  return {
    ...doubtReason(doubtful),
    agencyKey: pair.report.agencyKey,
    agency: pair.report.of,
    with: lastYear,
    file: pair.report.file,
    subject: `criterion:${claim.id}`,
    message: withDoubt(doubtful, {
      vi: `${capitalised(name.vi)}: tự chấm ${now.vi} điểm, kỳ trước (${lastYear}) là ${before.vi}; minh chứng nêu trong báo cáo là ${claim.evidence}, kỳ trước là ${last.evidence}. Đề nghị nêu kết quả làm điểm tăng.`,
      en: `${capitalised(name.en)}: ${now.en} points are claimed, ${before.en} in the last round (${lastYear}); the report names ${claim.evidence} pieces of evidence, the last one ${last.evidence}. Ask what made the points rise.`,
    }),
    evidence: [
      { file: pair.report.file, quotation: claim.quotation },
      { file: pair.lastFile, quotation: last.quotation },
    ],
    confidence: Math.min(claim.confidence, last.confidence),
  };
}
