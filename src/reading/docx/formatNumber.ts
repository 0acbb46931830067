const romans: readonly (readonly [value: number, letters: string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** A list's number as Word shows it. Formats of other languages are shown as plain numbers. */
export function formatNumber(value: number, format: string): string {
  switch (format) {
    case 'none':
      return '';
    case 'upperRoman':
      return roman(value).toUpperCase();
    case 'lowerRoman':
      return roman(value);
    case 'upperLetter':
      return letter(value).toUpperCase();
    case 'lowerLetter':
      return letter(value);
    case 'decimalZero':
      return String(value).padStart(2, '0');
    default:
      return String(value);
  }
}

function roman(value: number): string {
  let rest = Math.min(value, 3999);
  let text = '';
  for (const [amount, letters] of romans) {
    for (; rest >= amount; rest -= amount) text += letters;
  }
  return text;
}

/** After z come aa, bb, cc. */
function letter(value: number): string {
  if (value < 1) return '';
  const place = (value - 1) % 26;
  return String.fromCharCode(97 + place).repeat(Math.min(10, Math.floor((value - 1) / 26) + 1));
}
