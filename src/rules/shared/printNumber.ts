import type { Bilingual } from '../../model/bilingual.js';

/** A number as Vietnamese and as English print it: `1.250,5` and `1,250.5`; at most `decimals` digits behind the comma. */
export function printNumber(value: number, decimals = 2): Bilingual {
  const [whole = '0', fraction = ''] = value.toFixed(decimals).split('.');
  const significant = fraction.replace(/0+$/, '');
  const grouped = (mark: string) => whole.replace(/\B(?=(?:\d{3}){1,7}$)/g, mark);
  const tail = (mark: string) => (significant === '' ? '' : `${mark}${significant}`);
  return { vi: `${grouped('.')}${tail(',')}`, en: `${grouped(',')}${tail('.')}` };
}
