import type { Lexicon } from './lexicon.js';
import type { Mention } from './mention.js';
import { symbolOf } from './mention.js';
import { dearestMisreading, misreadingCost } from './misreadingCost.js';
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
    if (misreadingCost(printed, code, lexicon.vocabulary.confusions) > dearestMisreading) return false;
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
