import type { CalendarDate } from '../../model/facts.js';
import { firstIndex } from '../../model/firstIndex.js';

/** A number taken from an agency's register of outgoing documents. */
export interface Entry {
  readonly number: number;
  readonly date: CalendarDate;
  /** The symbol without spaces, diacritics and case. */
  readonly symbol: string;
}

/** What does not fit a register, and what it does not fit to. */
export interface Disorder<Item extends Entry> {
  readonly entry: Item;
  /** Entries in order that it stands against: a greater number dated earlier, a smaller one dated later. */
  readonly against: readonly Item[];
  /** The register is taken to be one for all symbols. */
  readonly shared: boolean;
}

/** Changes of symbol, read by date, below which one rising series says nothing of a common register. */
const interleavings = 3;

/** Entries in order that speak for one register, for each entry that does not fit. */
const witnesses = 10;

/**
 * The fewest entries of one calendar year whose removal lets numbers rise with dates; of two that contradict each other
 * the later-dated one. Every symbol is a register of its own, unless at least `enough` entries of several symbols form
 * one rising series.
 */
export function disordersOf<Item extends Entry>(entries: readonly Item[], enough: number): readonly Disorder<Item>[] {
  const common = inCommonRegister(entries, enough);
  if (common !== null) return common.map((disorder) => ({ ...disorder, shared: true }));
  const symbols = new Set(entries.map(({ symbol }) => symbol));
  return [...symbols].flatMap((symbol) =>
    outOfOrder(entries.filter((entry) => entry.symbol === symbol)).map((disorder) => ({ ...disorder, shared: false })),
  );
}

/** Null where the entries do not show that all symbols are numbered in one register. */
function inCommonRegister<Item extends Entry>(entries: readonly Item[], enough: number) {
  const byNumber = new Map(entries.map((entry) => [entry.number, entry]));
  if (byNumber.size < entries.length) return null;
  const disorders = outOfOrder(entries);
  const astray = new Set(disorders.map(({ entry }) => entry));
  const inOrder = byDate(entries.filter((entry) => !astray.has(entry)));
  const changes = inOrder.filter(({ symbol }, index) => index > 0 && symbol !== inOrder[index - 1]?.symbol).length;
  const isRising = inOrder.length >= enough && astray.size <= Math.max(1, Math.floor(inOrder.length / witnesses));
  return isRising && changes >= interleavings ? disorders : null;
}

function outOfOrder<Item extends Entry>(
  entries: readonly Item[],
): readonly { entry: Item; against: readonly Item[] }[] {
  const sorted = byDate(entries);
  const kept = longestRising(sorted);
  return sorted
    .filter((entry) => !kept.has(entry))
    .map((entry) => ({ entry, against: [...kept].filter((other) => contradict(entry, other)) }));
}

/** Numbers of one day may stand in any order. */
function byDate<Item extends Entry>(entries: readonly Item[]): readonly Item[] {
  return [...entries].sort((left, right) =>
    left.date === right.date ? left.number - right.number : left.date < right.date ? -1 : 1,
  );
}

function contradict(one: Entry, other: Entry): boolean {
  return one.date < other.date ? one.number > other.number : one.date > other.date && one.number < other.number;
}

/** The longest series in which no number falls; of several the one whose entries come first. */
function longestRising<Item extends Entry>(sorted: readonly Item[]): ReadonlySet<Item> {
  const lengths: number[] = [];
  /** The greatest number that a series of each length begins with, among the entries passed: it never rises with the length. */
  const beginnings: number[] = [];
  for (const [index, { number }] of [...sorted.entries()].reverse()) {
    const length = firstIndex(beginnings, (beginning) => beginning < number);
    lengths[index] = 1 + length;
    beginnings[length] = number;
  }
  const kept = new Set<Item>();
  let left = beginnings.length;
  let last: Item | undefined;
  for (const [index, entry] of sorted.entries()) {
    if (lengths[index] === left && (last === undefined || last.number <= entry.number)) {
      kept.add(entry);
      last = entry;
      left--;
    }
  }
  return kept;
}
