import { fold } from '../text/fold.js';

/**
 * Source of a regular expression for any of the phrases as whole words, on folded text: the longest first, so that
 * `tổng số` is not read as `tổng`.
 */
export function alternatives(phrases: readonly string[]): string {
  const folded = [...new Set(phrases.map((phrase) => fold(phrase.normalize('NFC')).trim()))].sort(
    (left, right) => right.length - left.length,
  );
  // The bounds stand around all words at once: tried before each of a hundred phrases they take ten times as long.
  const words = folded.filter((phrase) => /^[a-z0-9].*[a-z0-9]$|^[a-z0-9]$/.test(phrase));
  const signs = folded.filter((phrase) => !words.includes(phrase));
  const bounded = words.length === 0 ? [] : [`(?<![a-z0-9])(?:${words.map(escaped).join('|')})(?![a-z0-9])`];
  return `(?:${[...bounded, ...signs.map(escaped)].join('|')})`;
}

function escaped(phrase: string): string {
  return phrase
    .split(/\s+/)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'))
    .join('\\s+');
}
