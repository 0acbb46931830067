import type { BatchFlag, LookFirst } from './batch.js';
import type { Bilingual } from './bilingual.js';
import type { SoatDocument } from './document.js';
import { criterionOf, pointsOfFlag } from './pointsAtStake.js';
import type { Backing } from './round.js';
import type { Severity } from './rule.js';

/** A report with all that is asked about it. */
export interface AskedReport {
  readonly document: SoatDocument;
  /** The agency's name in the round. */
  readonly agency: string | null;
  /** What the round asks about this report. */
  readonly batchFlags: readonly Pick<BatchFlag, 'rule' | 'subject' | 'outcome' | 'severity'>[];
  readonly backing: readonly Backing[];
}

const gravity: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/**
 * The claims of a report that errors and warnings ask about, each with its points, the evidence behind it and the reason
 * for its place: most points first, of equal points the gravest, then the one with the least evidence.
 */
export function claimsAskedAbout({ document, agency, batchFlags, backing }: AskedReport): readonly LookFirst[] {
  const asked = new Map<string, { rules: Set<string>; severity: Severity }>();
  for (const flag of [...document.flags, ...batchFlags]) {
    const criterion = criterionOf(document, flag);
    if (flag.outcome !== 'fail' || flag.severity === 'info' || criterion === null) continue;
    const { rules, severity } = asked.get(criterion) ?? { rules: new Set<string>(), severity: flag.severity };
    const gravest = gravity[flag.severity] < gravity[severity] ? flag.severity : severity;
    asked.set(criterion, { rules: rules.add(flag.rule), severity: gravest });
  }
  return [...asked].flatMap(([criterion, { rules, severity }]) => {
    const points = pointsOfFlag(document, { subject: `criterion:${criterion}` });
    if (points === null || points <= 0) return [];
    const behind = backing.filter(({ id }) => id === criterion || id.startsWith(`${criterion}.`));
    const evidence = behind.length === 0 ? null : behind.reduce((sum, one) => sum + one.evidence, 0);
    const { file } = document.source;
    return [
      {
        agency,
        file,
        criterion,
        points,
        evidence,
        severity,
        rules: [...rules],
        why: why(points, severity, evidence, rules.size),
      },
    ];
  });
}

/** The order in which claims are looked at. */
export function inOrder(claims: readonly LookFirst[]): readonly LookFirst[] {
  return [...claims].sort(
    (one, other) =>
      other.points - one.points ||
      gravity[one.severity] - gravity[other.severity] ||
      (one.evidence ?? 0) - (other.evidence ?? 0) ||
      other.rules.length - one.rules.length,
  );
}

function why(points: number, severity: Severity, evidence: number | null, rules: number): LookFirst['why'] {
  const vietnamese = (value: number) => String(value).replace('.', ',');
  const kind = {
    error: { vi: 'có chỗ chưa khớp hoặc chưa có căn cứ', en: 'something does not agree, or no ground is seen' },
    warning: { vi: 'cần giải trình', en: 'an explanation is needed' },
    info: { vi: 'lưu ý', en: 'a note' },
  }[severity];
  const often =
    rules > 1 ? { vi: ` (${rules} loại câu hỏi)`, en: ` (${rules} kinds of questions)` } : { vi: '', en: '' };
  const behind = evidenceBehind(points, evidence);
  return {
    vi: `Đang hỏi ${vietnamese(points)} điểm tự chấm: ${kind.vi}${often.vi}${behind.vi}.`,
    en: `${points} claimed points are asked about: ${kind.en}${often.en}${behind.en}.`,
  };
}

function evidenceBehind(points: number, evidence: number | null): Bilingual {
  if (evidence === null) return { vi: '', en: '' };
  if (evidence === 0) return { vi: '; chưa thấy nêu minh chứng nào', en: '; no piece of evidence is seen' };
  const perPoint = Math.round((evidence / points) * 100) / 100;
  return {
    vi: `; báo cáo nêu ${evidence} minh chứng, bình quân ${String(perPoint).replace('.', ',')} cho mỗi điểm`,
    en: `; the report names ${evidence} pieces of evidence, ${perPoint} for each point`,
  };
}
