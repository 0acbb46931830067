/**
 * Source of a regular expression for what a text ends with: the end is sought first, and what stands there is read backwards
 * from it, where `…$` would try its words at every place before.
 */
export function atEnd(source: string): string {
  return `$(?<=${source})`;
}
