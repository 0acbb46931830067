import { printDate } from '../words.js';

/** A plain calendar date as a spreadsheet counts it, as text where it counts none; null stays null. */
export function plainDate(date: string | null): Date | string | null {
  if (date === null) return null;
  return date < firstDay ? printDate(date) : new Date(`${date}T00:00:00Z`);
}

/** Days are counted from 1900, whose February Excel gives 29 days. */
const firstDay = '1900-03-01';
