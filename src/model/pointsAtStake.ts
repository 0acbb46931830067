import type { Flag, SoatDocument } from './document.js';
import { ancestorsOf } from './pipeline.js';

/**
 * The criterion whose claim a flag puts in question: the one it names, else that of the section it stands in;
 * null for a flag of the document as a whole.
 */
export function criterionOf({ sections, citations }: SoatDocument, { subject }: Pick<Flag, 'subject'>): string | null {
  const [kind, name] = partsOf(subject);
  if (kind === 'criterion') return name;
  const path = kind === 'section' ? name : kind === 'citation' ? sectionCiting(citations, name) : null;
  if (path === null) return null;
  const upwards = path.split('/').map((_, index, markers) => markers.slice(0, markers.length - index).join('/'));
  for (const above of upwards) {
    const criterion = sections.find((section) => section.path === above)?.criterion ?? null;
    if (criterion !== null) return criterion;
  }
  return null;
}

/** Points that the report claims for what a flag asks about; null where it asks about no criterion's claim. */
export function pointsOfFlag(document: SoatDocument, flag: Pick<Flag, 'subject'>): number | null {
  const criterion = criterionOf(document, flag);
  return criterion === null ? null : claimOf(document, criterion);
}

/** Claimed points that errors and warnings ask about, each point counted once. */
export function pointsAtStake(document: SoatDocument): number {
  const asked = new Set(
    document.flags
      .filter(({ outcome, severity }) => outcome === 'fail' && severity !== 'info')
      .flatMap((flag) => criterionOf(document, flag) ?? []),
  );
  const highest = [...asked].filter((criterion) => !ancestorsOf(criterion).some((above) => asked.has(above)));
  const points = highest.reduce((sum, criterion) => sum + (claimOf(document, criterion) ?? 0), 0);
  return Math.round(points * 100) / 100;
}

/** What is claimed for a criterion, or else for those directly below it; null where nothing is. */
function claimOf({ scores }: SoatDocument, criterion: string): number | null {
  const claims = new Map(scores.toReversed().map((score) => [score.criterion, score.claimed]));
  const own = claims.get(criterion);
  if (own !== undefined) return own;
  const below = [...claims].filter(([id]) => ancestorsOf(id).includes(criterion));
  const highest = below.filter(([id]) => !ancestorsOf(id).some((above) => below.some(([other]) => other === above)));
  return highest.length === 0 ? null : highest.reduce((sum, [, claimed]) => sum + claimed, 0);
}

function sectionCiting(citations: SoatDocument['citations'], full: string): string | null {
  return citations.find((citation) => (citation.full ?? citation.refersTo?.full) === full)?.section ?? null;
}

function partsOf(subject: string): readonly [string, string] {
  const colon = subject.indexOf(':');
  return colon < 0 ? [subject, ''] : [subject.slice(0, colon), subject.slice(colon + 1)];
}
