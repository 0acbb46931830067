import type { RoundVocabulary } from '../../../model/vocabulary/round.js';
import { tokensOf } from '../../../text/resembles.js';

/** Joins names without telling one from another: `Sở Văn hóa và Thể thao`, `Sở Văn hóa, Thể thao`. */
const joining = new Set(['va']);

/** A name as its tokens. */
export interface AgencyName {
  readonly tokens: readonly string[];
  /** The tokens parted and surrounded by spaces. */
  readonly padded: string;
}

/**
 * A name for matching: folded, short forms written out (`Sở GD&ĐT`, `so-gddt`), joining words left out.
 * File names part words by hyphens or underlines as well.
 */
export function agencyName(name: string, { nameShortForms }: Pick<RoundVocabulary, 'nameShortForms'>): AgencyName {
  const full = new Map(
    nameShortForms.flatMap(({ full, short }) => short.map((one) => [tokensOf(one).join(' '), full])),
  );
  const longest = Math.max(...[...full.keys()].map((short) => short.split(' ').length));
  const printed = tokensOf(name.normalize('NFC').replaceAll('_', ' '));
  const written: string[] = [];
  for (let at = 0; at < printed.length; ) {
    const length = lengthsDown(longest).find((one) => full.has(printed.slice(at, at + one).join(' '))) ?? 0;
    const meant = length === 0 ? undefined : full.get(printed.slice(at, at + length).join(' '));
    written.push(...(meant === undefined ? [printed[at] ?? ''] : tokensOf(meant)));
    at += Math.max(1, length);
  }
  const tokens = written.filter((token) => !joining.has(token));
  return { tokens, padded: ` ${tokens.join(' ')} ` };
}

export function isSameName(one: AgencyName, other: AgencyName): boolean {
  return one.tokens.length > 0 && one.padded === other.padded;
}

/** True where all tokens of a name stand beside each other in a longer text (`01 so y te bao cao`). */
export function holdsName(text: AgencyName, name: AgencyName): boolean {
  return name.tokens.length > 0 && text.padded.includes(name.padded);
}

function lengthsDown(longest: number): readonly number[] {
  return Array.from({ length: longest }, (_, index) => longest - index);
}
