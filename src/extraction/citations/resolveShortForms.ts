import type { Mention } from './mention.js';

/** Short forms and back references get the document they stand for: the nearest before them that fits, else the first after. */
export function resolveShortForms(mentions: readonly Mention[]): Mention[] {
  const before = nearest(mentions);
  const after = nearest(mentions.toReversed()).reverse();
  return mentions.map((mention, index) => {
    if (mention.kind !== 'short') return mention;
    // `nêu trên` points back only.
    const later = mention.number === null ? null : (after[index] ?? null);
    return { ...mention, refersTo: before[index] ?? later };
  });
}

/** For each short form the last numbered mention that fits among those already passed. */
function nearest(mentions: readonly Mention[]): (Mention | null)[] {
  const last = new Map<string, { readonly mention: Mention; readonly at: number }>();
  return mentions.map((mention, at) => {
    if (mention.kind === 'numbered') {
      for (const key of keysOf(mention)) last.set(key, { mention, at });
      return null;
    }
    if (mention.kind !== 'short') return null;
    const found = wantedKeys(mention).flatMap((key) => last.get(key) ?? []);
    return found.sort((left, right) => right.at - left.at)[0]?.mention ?? null;
  });
}

/** What a numbered document may be called by later: type word or type code, with or without number and year. */
function keysOf({ type, groups, number, year }: Mention): string[] {
  const kinds = [type === null ? null : `type ${type.name}`, groups[0] === undefined ? null : `code ${groups[0].code}`];
  const digits = plainNumber(number);
  return kinds.flatMap((kind) => (kind === null ? [] : [kind, `${kind} ${digits}`, `${kind} ${digits}/${year}`]));
}

function wantedKeys({ type, number, year }: Mention): string[] {
  if (type === null) return [];
  const kinds = [`type ${type.name}`, ...type.codes.map((code) => `code ${code}`)];
  if (number === null) return kinds;
  const digits = plainNumber(number);
  return kinds.map((kind) => (year === null ? `${kind} ${digits}` : `${kind} ${digits}/${year}`));
}

function plainNumber(number: string | null): string {
  return (number ?? '').replace(/^0+(?=\d)/, '');
}
