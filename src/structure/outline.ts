import { ancestorsOf } from '../model/pipeline.js';
import type { HeadingCandidate } from './headingCandidates.js';
import { followingMarker, type MarkerReading, numberOf } from './readMarker.js';

/** A heading in its place: its reading and the headings above it. */
export interface OutlineNode {
  readonly candidate: HeadingCandidate;
  readonly reading: MarkerReading;
  readonly parent: OutlineNode | null;
}

interface State {
  readonly stack: readonly OutlineNode[];
  readonly accepted: Accepted | null;
  readonly score: number;
}

interface Accepted {
  readonly node: OutlineNode;
  readonly before: Accepted | null;
}

/** How many readings of the document so far are kept side by side. */
const beam = 24;

/** What each way of placing a mark tells for or against its being a heading. */
const points = {
  sibling: 2,
  firstChild: 1.5,
  repeated: -1.5,
  jump: -0.8,
  furtherJump: -0.4,
  backwards: -3,
  orphan: -2,
  parentMissing: -0.3,
  reopened: -1.5,
  /** A mark that was not read, told by its title and its place. */
  lostMark: -2.2,
  /** An upright stroke lost in a scan: `II` for `III`. */
  lostStroke: -1.2,
} as const;

/** A paragraph looks like a heading from here on. */
const plainlyHeading = 2;

/**
 * The headings among the candidates, in order: the choice of marks and readings that makes the most sensible numbering.
 * A mark is never made up for a paragraph that has none in print.
 */
export function outlineOf(candidates: readonly HeadingCandidate[]): readonly OutlineNode[] {
  let states: readonly State[] = [{ stack: [], accepted: null, score: 0 }];
  for (const candidate of candidates) {
    const next = states.flatMap((state) => [state, ...placements(state, candidate)]);
    states = next.sort((a, b) => b.score - a.score).slice(0, beam);
  }
  const nodes: OutlineNode[] = [];
  for (let at = states[0]?.accepted ?? null; at !== null; at = at.before) nodes.push(at.node);
  return nodes.reverse();
}

function placements(state: State, candidate: HeadingCandidate): readonly State[] {
  const gain = Math.min(candidate.looks, 7) - plainlyHeading;
  const place = (depth: number, reading: MarkerReading, score: number): State => {
    const node = { candidate, reading, parent: state.stack[depth - 1] ?? null };
    return {
      stack: [...state.stack.slice(0, depth), node],
      accepted: { node, before: state.accepted },
      score: state.score + gain + score - reading.cost,
    };
  };
  const printed = candidate.readings.flatMap((reading) =>
    placesOf(state.stack, reading).map(({ depth, score }) => place(depth, reading, score)),
  );
  if (!candidate.scanned) return printed;
  return [
    ...printed,
    ...lostStrokes(candidate.readings).flatMap((reading) =>
      placesOf(state.stack, reading)
        .filter(({ score }) => score > 0)
        .map(({ depth, score }) => place(depth, reading, score + points.lostStroke)),
    ),
    ...lostMarks(state.stack, candidate).map(({ depth, reading }) =>
      place(depth, reading, points.sibling + points.lostMark),
    ),
  ];
}

interface Place {
  /** How many open headings stay above. */
  readonly depth: number;
  readonly score: number;
}

function placesOf(stack: readonly OutlineNode[], reading: MarkerReading): readonly Place[] {
  const same = stack.findLastIndex(
    ({ reading: open }) => open.system === reading.system && open.prefix === reading.prefix,
  );
  if (same >= 0) return [{ depth: same, score: stepScore(stack[same]?.reading.value ?? 0, reading.value) }];
  const sameKind = stack.findLastIndex(
    ({ reading: open }) => open.system === reading.system && depthOf(open) === depthOf(reading),
  );
  const parent = stack.findLastIndex(({ reading: open }) => numberOf(open) === reading.prefix);
  // `2.0` opens a run as `2.1` does.
  const opens = reading.value <= 1;
  const first = opens ? points.firstChild : points.jump + points.furtherJump * (reading.value - 2);
  if (reading.prefix !== '') {
    if (parent >= 0) return [{ depth: parent + 1, score: opens ? points.sibling : first }];
    // `2.2` then `3.1`: the heading `3` is not there.
    if (sameKind >= 0)
      return [{ depth: sameKind, score: opens ? points.parentMissing + 1 : first + points.parentMissing }];
    const under = stack.findLastIndex(
      ({ reading: open }) => open.system !== reading.system || depthOf(open) < depthOf(reading),
    );
    return [{ depth: under + 1, score: opens ? points.parentMissing + 1 : points.orphan }];
  }
  const opening = opens ? points.firstChild : points.orphan;
  // A new kind of mark opens below the last heading; below an earlier one only if nothing better is found.
  return stack
    .map((_, depth) => ({ depth, score: opening + points.reopened }))
    .concat({ depth: stack.length, score: opening })
    .filter(({ depth }) => !stack.slice(0, depth).some(({ reading: open }) => outranks(reading, open)));
}

function stepScore(from: number, to: number): number {
  if (to === from + 1) return points.sibling;
  if (to === from) return points.repeated;
  return to > from ? points.jump + points.furtherJump * (to - from - 2) : points.backwards;
}

/** Whether a mark cannot stand below another: a `Phần` below `1.`, a Roman numeral below `2.1`. */
function outranks(reading: MarkerReading, open: MarkerReading): boolean {
  return rankOf(reading) < rankOf(open);
}

/** These always stand above; a `Mục` stands above or below Roman numerals. */
const ranks = ['phan', 'chuong'];

function rankOf({ system, prefix }: MarkerReading): number {
  const word = ranks.indexOf(system);
  if (word >= 0) return word;
  if (['roman', 'upper', 'muc', 'tieu muc'].includes(system)) return 10;
  return 20 + (prefix === '' ? 0 : prefix.split('.').length);
}

const depthOf = ({ prefix }: MarkerReading): number => (prefix === '' ? 0 : prefix.split('.').length);

/** `II` for `III`, `Phần II` for `Phần III`: the numerals that one upright stroke more makes. */
function lostStrokes(readings: readonly MarkerReading[]): readonly MarkerReading[] {
  return readings.flatMap((reading) => {
    if (reading.cost > 0 || !/(?:^|\s)[XV]{0,3}I{1,2}$/u.test(reading.marker)) return [];
    return [{ ...reading, value: reading.value + 1, marker: `${reading.marker}I`, misread: true }];
  });
}

/** Where a known title belongs by its criterion: next to the criterion before it, or first under its parent. */
function lostMarks(
  stack: readonly OutlineNode[],
  { criteria }: HeadingCandidate,
): readonly { readonly depth: number; readonly reading: MarkerReading }[] {
  const best = criteria[0];
  if (best === undefined || best.likeness < 0.75) return [];
  const [parent = ''] = ancestorsOf(best.id);
  const criterionAt = ({ candidate }: OutlineNode) => {
    const open = candidate.criteria[0];
    return open !== undefined && open.likeness >= 0.6 ? open.id : undefined;
  };
  const found: { depth: number; reading: MarkerReading }[] = [];
  for (const [depth, node] of stack.entries()) {
    const open = criterionAt(node);
    if (open === undefined) continue;
    const following = followingMarker(node.reading);
    if (open !== best.id && (ancestorsOf(open)[0] ?? '') === parent && following !== undefined)
      found.push({ depth, reading: following });
    if (open === parent && best.id === `${parent}.1` && node.reading.system === 'decimal') {
      const prefix = numberOf(node.reading);
      found.push({
        depth: depth + 1,
        reading: { system: 'decimal', prefix, value: 1, marker: `${prefix}.1`, cost: 0, misread: true },
      });
    }
  }
  return found;
}
