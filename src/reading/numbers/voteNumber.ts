import { isAmount, isWellFormedNumber, plainNumber, separatorsIn } from './numberToken.js';

export interface NumberReading {
  readonly text: string;
  /** 0 to 1. */
  readonly confidence: number;
}

/** Readings that must agree before a token counts as confirmed. */
const enough = 3;
/** What agreement can lend at most: readings of one picture share its faults. */
const confirmed = 0.9;
const supported = 0.85;
/** A majority against other well-formed readings stays doubtful. */
const contested = 0.7;

/** What the place of a token asks of its readings. */
export interface Expected {
  /** Commas and dots that are seen between the digits; a reading with fewer (`25` for `2,5`) has no vote. */
  readonly separators?: number;
  /** Points or another amount: `D5` has no vote. */
  readonly amount?: boolean;
}

export interface Vote extends NumberReading {
  /** The readings that lost, each once, the page's own first. */
  readonly alternatives: readonly NumberReading[];
}

/**
 * The winner among several readings of one token, the page's own first. Only well-formed readings vote; without a majority
 * the first reading stays with its confidence, at most that of a contested one, unless it is no number and one other is.
 */
export function voteNumber(readings: readonly NumberReading[], expected: Expected = {}): Vote {
  const winner = borneOut(winnerOf(readings, expected), readings);
  const losers = new Map<string, NumberReading>();
  for (const [index, { text, confidence }] of readings.entries()) {
    const plain = plainNumber(text);
    if (plain === plainNumber(winner.text) || losers.has(plain) || (index > 0 && !mayVote(text, expected))) continue;
    losers.set(plain, { text, confidence });
  }
  return { ...winner, alternatives: [...losers.values()] };
}

function mayVote(text: string, { separators = 0, amount = false }: Expected): boolean {
  return isWellFormedNumber(text) && separatorsIn(text) >= separators && (!amount || isAmount(text));
}

function winnerOf(readings: readonly NumberReading[], expected: Expected): NumberReading {
  const [first] = readings;
  if (first === undefined) throw new RangeError('voteNumber needs a reading');
  const votes = new Map<string, NumberReading[]>();
  for (const reading of readings) {
    if (!mayVote(reading.text, expected)) continue;
    const plain = plainNumber(reading.text);
    votes.set(plain, [...(votes.get(plain) ?? []), reading]);
  }
  const lone = loneWithSeparators(readings, votes, expected.separators ?? 0) ?? loneWellFormed(first, votes);
  if (lone !== null) return { text: lone.text, confidence: Math.min(lone.confidence, contested) };
  const [best, second] = [...votes.values()].toSorted((one, other) => other.length - one.length);
  if (best === undefined || best.length < 2 || best.length === second?.length) {
    return { text: first.text, confidence: Math.min(first.confidence, contested) };
  }
  const winner = best.includes(first)
    ? first
    : best.reduce((one, other) => (other.confidence > one.confidence ? other : one));
  const highest = Math.max(...best.map(({ confidence }) => confidence));
  const trust = hasMalformedRival(readings) ? contested : trustIn(best, second, first);
  return { text: winner.text, confidence: Math.min(highest, trust) };
}

/** Readings of a document's number that agree in all but its marks (`77BC-UBND`) agree on the number. */
function borneOut(winner: NumberReading, readings: readonly NumberReading[]): NumberReading {
  const bare = ({ text }: NumberReading) => text.replace(/[^\p{L}\p{N}]/gu, '');
  const alike = readings.filter((one) => bare(one) === bare(winner));
  const isDocument =
    /\p{L}/u.test(winner.text) && readings.every(({ text }) => digitsOf(text) === digitsOf(winner.text));
  if (!isDocument || alike.length < enough) return winner;
  const highest = Math.max(...alike.map(({ confidence }) => confidence));
  return { text: winner.text, confidence: Math.max(winner.confidence, Math.min(highest, supported)) };
}

/** Whether two readings agree on what is no number: then the print may be none. */
function hasMalformedRival(readings: readonly NumberReading[]): boolean {
  const malformed = readings.filter(({ text }) => !isWellFormedNumber(text)).map(({ text }) => plainNumber(text));
  return new Set(malformed).size < malformed.length;
}

/** How far agreement can be trusted: fully where nobody objects, nearly where the page's own reading has one objector. */
function trustIn(
  best: readonly NumberReading[],
  second: readonly NumberReading[] | undefined,
  first: NumberReading,
): number {
  if (best.length < enough) return contested;
  if (second === undefined) return confirmed;
  return best.includes(first) && second.length === 1 ? supported : contested;
}

/** The only reading that is a number, where the page's own is none: italic `TT` reads as `77` at most sizes. */
function loneWellFormed(
  first: NumberReading,
  votes: ReadonlyMap<string, readonly NumberReading[]>,
): NumberReading | null {
  const [lone, ...others] = [...votes.values()].flat();
  return lone === undefined || others.length > 0 || isWellFormedNumber(first.text) ? null : lone;
}

/** The only reading that shows the separators that are seen, where all others are the same digits without them. */
function loneWithSeparators(
  readings: readonly NumberReading[],
  votes: ReadonlyMap<string, readonly NumberReading[]>,
  separators: number,
): NumberReading | null {
  const [lone, ...others] = [...votes.values()].flat();
  if (separators === 0 || lone === undefined || others.length > 0) return null;
  const digits = digitsOf(lone.text);
  return readings.every(({ text }) => digitsOf(text) === digits) ? lone : null;
}

function digitsOf(text: string): string {
  return text.replace(/\D/gu, '');
}

/** Whether further readings can change the outcome: two alike ones among two do not yet decide, three do. */
export function isDecided(readings: readonly NumberReading[]): boolean {
  const plain = readings.map(({ text }) => (isWellFormedNumber(text) ? plainNumber(text) : null));
  return plain.some((text) => text !== null && plain.filter((other) => other === text).length >= enough);
}
