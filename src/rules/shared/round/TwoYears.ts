import type { RoundReport } from '../../../model/round.js';

/** An agency's report beside that of its last round. */
export interface YearPair<Kept> {
  readonly report: Pick<RoundReport, 'file' | 'of' | 'agencyKey'>;
  readonly now: Kept;
  readonly before: Kept;
  readonly lastYear: number | null;
  readonly lastFile: string;
}

interface Held<Kept> {
  readonly report: Pick<RoundReport, 'file' | 'of' | 'agencyKey'>;
  readonly year: number | null;
  readonly kept: Kept;
}

/** Brings each agency's reports of two rounds together; of each report what `keep` takes is held. */
export class TwoYears<Kept> {
  readonly #keep: (report: RoundReport) => Kept;
  readonly #now = new Map<string, Held<Kept>>();
  readonly #before = new Map<string, Held<Kept>>();

  constructor(keep: (report: RoundReport) => Kept) {
    this.#keep = keep;
  }

  /** Of several earlier reports the latest year counts. */
  addEarlier(report: RoundReport): void {
    const known = this.#before.get(report.agencyKey)?.year ?? 0;
    if ((report.identity.year ?? 0) >= known) this.#before.set(report.agencyKey, this.#hold(report));
  }

  /** Earlier reports go in first: nothing is held of an agency that has none. */
  add(report: RoundReport): void {
    if (this.#before.has(report.agencyKey)) this.#now.set(report.agencyKey, this.#hold(report));
  }

  pairs(): readonly YearPair<Kept>[] {
    return [...this.#now].flatMap(([agency, { report, kept }]) => {
      const before = this.#before.get(agency);
      if (before === undefined) return [];
      return [{ report, now: kept, before: before.kept, lastYear: before.year, lastFile: before.report.file }];
    });
  }

  #hold(report: RoundReport): Held<Kept> {
    const { file, of, agencyKey, identity } = report;
    return { report: { file, of, agencyKey }, year: identity.year, kept: this.#keep(report) };
  }
}

/** `Sở Y tế (2022)`: the same agency in its last round. */
export function inLastYear({ report, lastYear }: Pick<YearPair<unknown>, 'report' | 'lastYear'>): string {
  return lastYear === null ? report.of : `${report.of} (${lastYear})`;
}
