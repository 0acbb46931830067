/** How many days a month has; 0 where there is no such month. */
export function daysOfMonth(month: number, year: number): number {
  if (month < 1 || month > 12) return 0;
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
