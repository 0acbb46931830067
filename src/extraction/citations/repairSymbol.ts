import type { Lexicon } from './lexicon.js';
import type { Mention } from './mention.js';
import { symbolOf } from './mention.js';
import type { Group } from './readSymbol.js';

/** What else in the report speaks for a reading. */
export interface SymbolEvidence {
  /** The agency's own code and the codes that stand in several of the report's numbers. */
  readonly codes: ReadonlySet<string>;
  /** `number` and symbol of the mentions whose symbol is known whole. */
  readonly fulls: ReadonlySet<string>;
}

export interface RepairedSymbol {
  readonly groups: readonly Group[];
  readonly repaired: boolean;
  /** Every code is known to the vocabulary or the report. */
  readonly known: boolean;
}

const dearest = 1;

/**
 * Reads a symbol of scanned text again where a code in it is unknown (`CT-TTyg`, `TTI-SXD`). A code is put in its place
 * only if the confusions of the vocabulary lead to it, something else in the report or the vocabulary speaks for it,
 * and nothing speaks for another; else what is printed stays.
 */
export function repairSymbol(mention: Mention, evidence: SymbolEvidence, lexicon: Lexicon): RepairedSymbol {
  let groups = mention.groups;
  let repaired = false;
  for (const [index, group] of mention.groups.entries()) {
    if (isKnown(group, evidence)) continue;
    const code = onlySupported({ ...mention, groups }, index, evidence, lexicon);
    if (code === null) continue;
    groups = groups.with(index, { printed: group.printed, code, known: true });
    repaired = true;
  }
  // A type code alone (`1368/QĐ`) lost its issuer on the way.
  const [first, second] = groups;
  const whole = first === undefined || second !== undefined || !lexicon.typeCodes.has(first.code);
  return { groups, repaired, known: whole && groups.every((group) => isKnown(group, evidence)) };
}

function isKnown({ code, known }: Group, { codes }: SymbolEvidence): boolean {
  return known || codes.has(code);
}

function onlySupported(mention: Mention, index: number, evidence: SymbolEvidence, lexicon: Lexicon): string | null {
  const printed = mention.groups[index]?.code ?? '';
  const candidates = new Set([
    ...(index === 0 ? lexicon.typeCodes.listed : []),
    ...lexicon.organs.listed,
    ...evidence.codes,
  ]);
  const supported = [...candidates].filter((code) => {
    if (misreadingCost(printed, code, lexicon) > dearest) return false;
    const symbol = symbolOf({ ...mention, groups: mention.groups.with(index, { printed, code, known: true }) }) ?? '';
    return (
      lexicon.symbols.has(symbol) ||
      evidence.fulls.has(`${mention.number} ${symbol}`) ||
      evidence.codes.has(code) ||
      (index === 0 && mention.type !== null && mention.type.codes.includes(code))
    );
  });
  const [only, another] = supported;
  return another === undefined ? (only ?? null) : null;
}

/** The cheapest way by the vocabulary's confusions from what is printed to `meant`; infinite where there is none. */
function misreadingCost(printed: string, meant: string, lexicon: Lexicon): number {
  const { confusions } = lexicon.vocabulary;
  const width = meant.length + 1;
  const costs = new Array<number>((printed.length + 1) * width).fill(Number.POSITIVE_INFINITY);
  costs[0] = 0;
  const relax = (at: number, cost: number) => {
    costs[at] = Math.min(costs[at] ?? cost, cost);
  };
  for (let row = 0; row <= printed.length; row++) {
    for (let column = 0; column <= meant.length; column++) {
      const cost = costs[row * width + column] ?? Number.POSITIVE_INFINITY;
      if (!Number.isFinite(cost)) continue;
      if (row < printed.length && column < meant.length && printed[row] === meant[column]) {
        relax((row + 1) * width + column + 1, cost);
      }
      for (const confusion of confusions) {
        if (printed.startsWith(confusion.printed, row) && meant.startsWith(confusion.meant, column)) {
          relax((row + confusion.printed.length) * width + column + confusion.meant.length, cost + confusion.cost);
        }
      }
    }
  }
  return costs[printed.length * width + meant.length] ?? Number.POSITIVE_INFINITY;
}
