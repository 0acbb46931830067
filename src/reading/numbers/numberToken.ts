/** Marks around a number that are not part of it. */
const around = /^["'“”‘’([«<*]+|["'“”‘’)\]»>;:,.*]+$/gu;

/** A type code and an organ: `QĐ-UBND`, `TTr-STC`, `NQ/TW`, `BQL-VP`, `VPCP-V.I`. */
const symbol = '[A-ZĐ][A-Za-zĐđ]{0,7}(?:[.&/-][A-ZĐ][A-Za-zĐđ.]{0,9}){0,4}';
const amount = String.raw`\d{1,3}(?:[.,]\d{3})+(?:,\d{1,3})?|\d{1,9}(?:[.,]\d{1,4})?`;

/** Grammar of the tokens that carry facts; a break at the line's end may leave a hyphen or slash behind. */
const wellFormed: readonly RegExp[] = [
  // Plain numbers, ranges, percentages, scores: 27, 19,5, 5.000, 2022-2025, 76,9%, 27/27, 3/20.
  new RegExp(`^(?:${amount})%?$`, 'u'),
  new RegExp(`^(?:${amount})%?[-–/](?:${amount})?%?$`, 'u'),
  // Dates: 03/3/2023, 3.3.2023, 01-10-1997, 31/12.
  /^(?:0?[1-9]|[12]\d|3[01])([/.-])(?:0?[1-9]|1[0-2])(?:\1(?:19|20)\d\d)?$/u,
  // Month and year: 12/2023.
  /^(?:0?[1-9]|1[0-2])[/-](?:19|20)\d\d$/u,
  // Documents: 834/KH-BQL, 59/2019/NĐ-CP, 50-CT/TW, 36/2018/QH14; with a letter behind the number: 12a/KH-UBND.
  new RegExp(String.raw`^\d{1,6}[a-zđ]?[/-](?:(?:19|20)\d\d/)?(?:${symbol}\d{0,2}[-/]?)?$`, 'u'),
  /^\d{1,4}\/(?:19|20)\d\d\/(?:QH|UBTVQH)\d{1,2}$/u,
  // Numbering: 2.1, 1.2.3, B.1.2, II.1, 1), and ordinals of standards: ISO 9001:2015.
  /^(?:[A-ZĐ]|[IVX]{1,5})?\.?\d{1,2}(?:\.\d{1,2}){0,4}$/u,
  /^\d{4,5}:(?:19|20)\d\d$/u,
];

export function hasDigit(text: string): boolean {
  return /\d/.test(text);
}

/** One way of writing what look-alike marks mean, for comparison only. */
export function plainNumber(text: string): string {
  return text
    .replace(around, '')
    .replace(/[⁄∕]/gu, '/')
    .replace(/[–—−]/gu, '-')
    .replace(/--+/g, '-')
    .replace(/Ð/gu, 'Đ');
}

/** Whether a token with digits is written as numbers, dates, scores and documents are. */
export function isWellFormedNumber(text: string): boolean {
  const plain = plainNumber(text);
  return wellFormed.some((form) => form.test(plain));
}

/** Commas and dots between the characters of a token. */
export function separatorsIn(text: string): number {
  return plainNumber(text).match(/[.,]/g)?.length ?? 0;
}
