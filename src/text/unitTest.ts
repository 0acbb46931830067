/**
 * Whether a UTF-16 unit is a character of a kind, asked of the pattern once for each unit: texts are walked unit by unit,
 * and a pattern tried at every one takes most of the time. Half of a surrogate pair is of no kind.
 */
export function unitTest(kind: RegExp): (unit: number) => boolean {
  const known = new Uint8Array(0x10000);
  return (unit) => {
    // Behind the text's end there is no unit.
    if (Number.isNaN(unit)) return false;
    if (known[unit] === 0) known[unit] = kind.test(String.fromCharCode(unit)) ? 2 : 1;
    return known[unit] === 2;
  };
}
