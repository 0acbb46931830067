/** A plain calendar date as a spreadsheet counts it; null stays null. */
export function plainDate(date: string | null): Date | null {
  return date === null ? null : new Date(`${date}T00:00:00Z`);
}
