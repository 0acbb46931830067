import { fold } from '../../text/fold.js';

/** Type codes of administrative and Party documents (Decree 30/2020, annex III) that stand before the issuer. */
const typeCode = /^(?:BC|KH|QĐ|TB|TTR|CTR|CT|NQ|HD|PA|ĐA|DA|BB|CV|KL|GM|CĐ|QC|QYĐ|TC|HĐ|PC|PB|PG)$/i;

/** The issuer's part of a report's own number: `713/BC-STC` → `STC`, `15-BC/ĐU` → `ĐU`, `12/STC-VP` → `STC`. */
export function abbreviationOf(number: string): string | null {
  const groups = number
    .replace(/^\d+[/-]/, '')
    .split(/[-/]/)
    .filter((group) => group !== '');
  return groups.find((group) => !typeCode.test(group)) ?? null;
}

/** True where the letters of an abbreviation stand, in order, among the first letters of the agency's words. */
export function fitsAbbreviation(abbreviation: string, agency: string): boolean {
  const letters = fold(abbreviation).replace(/[^a-z]/g, '');
  const initials = fold(agency)
    .replace(/uy ban nhan dan/g, 'ubnd')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && word !== 'va' && word !== 'cac')
    .map((word) => (word === 'ubnd' ? word : word.charAt(0)))
    .join('');
  if (letters === '' || letters.charAt(0) !== initials.charAt(0)) return false;
  let at = 0;
  for (const letter of letters) {
    at = initials.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** The commonest abbreviation among the symbols that the body cites which fits the agency's name. */
export function learnAbbreviation(body: string, agency: string): string | null {
  const counts = new Map<string, number>();
  const cited = /\d\s*\/\s*(?:\p{Lu}[\p{Lu}r]{1,2}\s?-\s?(\p{Lu}{2,10})|(\p{Lu}{2,10})\s?-\s?\p{Lu}{2})(?!\p{L})/gu;
  for (const match of body.matchAll(cited)) {
    const abbreviation = (match[1] ?? match[2] ?? '').replace(/Ð/g, 'Đ');
    if (fitsAbbreviation(abbreviation, agency)) counts.set(abbreviation, (counts.get(abbreviation) ?? 0) + 1);
  }
  return [...counts].sort((left, right) => right[1] - left[1])[0]?.[0] ?? null;
}
