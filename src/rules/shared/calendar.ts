import type { CalendarDate } from '../../model/facts.js';

/** `2023-03-05` as people in Vietnam write it: `05/3/2023` (Decree 30/2020 pads days, and of the months only 1 and 2). */
export function printDate(date: CalendarDate): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${day}/${Number(month) < 3 ? month : Number(month)}/${year}`;
}

/** A calendar date so many days later. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  const time = new Date(`${date}T00:00:00Z`);
  time.setUTCDate(time.getUTCDate() + days);
  return time.toISOString().slice(0, 10);
}

/** Day, month and year of a printed date (`31/6/2023`, `ngày 31 tháng 6 năm 2023`); null where it is not three numbers. */
export function numbersOfDate(printed: string): { day: number; month: number; year: number } | null {
  const [day, month, year, ...others] = [...printed.matchAll(/\d+/g)].map(([digits]) => Number(digits));
  if (day === undefined || month === undefined || year === undefined || others.length > 0) return null;
  return { day, month, year };
}
