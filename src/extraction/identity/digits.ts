/**
 * Digits as printed, with the two letters that are read for digits everywhere (O, l) put right; null where other marks
 * stand among them. Blanks and dotted lines that wait for a hand are ignored.
 */
export function digitsOf(printed: string): string | null {
  const bare = printed.replace(/[\s.…_·•]+/g, '');
  if (!/\d/.test(bare)) return null;
  const digits = bare.replace(/[oOöÖ]/g, '0').replace(/[lI|]/g, '1');
  return /^\d+$/.test(digits) ? digits : null;
}
