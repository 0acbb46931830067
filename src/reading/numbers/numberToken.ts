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
  // Days and months that do not exist are printed too, and are for a rule to find: 12/13/2023, 31/6/2023.
  /^\d{1,2}([/.-])\d{1,2}\1(?:19|20)\d\d$/u,
  // Month and year: 12/2023.
  /^(?:0?[1-9]|1[0-2])[/-](?:19|20)\d\d$/u,
  // Documents: 718/KH-BQL, 59/2019/NĐ-CP, 50-CT/TW, 36/2018/QH14; with a letter behind the number: 12a/KH-UBND.
  new RegExp(String.raw`^\d{1,6}[a-zđ]?[/-](?:(?:19|20)\d\d/)?(?:${symbol}\d{0,2}[-/]?)?$`, 'u'),
  /^\d{1,4}\/(?:19|20)\d\d\/(?:QH|UBTVQH)\d{1,2}$/u,
  // Numbering: 2.1, 1.2.3, B.1.2, II.1, 1), and ordinals of standards: ISO 9001:2015. `O2` and `I2` are misread numbers.
  /^(?:[A-HJ-NP-ZĐ]\.?|[IVX]{1,5}\.)?\d{1,2}(?:\.\d{1,2}){0,4}$/u,
  /^\d{4,5}:(?:19|20)\d\d$/u,
];

export function hasDigit(text: string): boolean {
  return /\d/.test(text);
}

/** Whether a token with a digit can be a number, date, score, document or its numbering: scraps of a drawing are none. */
export function isNumberLike(text: string): boolean {
  return hasDigit(text) && /^[^\p{L}\p{N}]{0,3}(?:[\dOolISBZ]|[A-ZĐ]{1,5}[.,]?\d)/u.test(text);
}

/**
 * Whether a lost comma would make another number of it: digits alone, a share of points, a percentage. Between the digits of
 * a year, a date or a document's number a comma seen on the picture is a speck.
 */
export function canHideSeparator(text: string): boolean {
  const plain = plainNumber(text);
  return /^\d{2,9}%?(?:\/\d{1,3})?$/u.test(plain) && !/^(?:19|20)\d\d$/u.test(plain);
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

const amounts = new RegExp(`^(?:${amount})%?(?:/(?:${amount}))?$`, 'u');

/** Whether a token says how many or how much, of how many: `25`, `19,5`, `27/27`. */
export function isAmount(text: string): boolean {
  return amounts.test(plainNumber(text));
}

/** Whether a token has the shape of a date that no calendar has: rarely printed, often misread. */
export function isImpossibleDate(text: string): boolean {
  const [, day, , month] = /^(\d{1,2})([/.-])(\d{1,2})\2(?:19|20)\d\d$/u.exec(plainNumber(text)) ?? [];
  return day !== undefined && (Number(day) > 31 || Number(day) === 0 || Number(month) > 12 || Number(month) === 0);
}

/** Commas and dots between the characters of a token. */
export function separatorsIn(text: string): number {
  return plainNumber(text).match(/[.,]/g)?.length ?? 0;
}
