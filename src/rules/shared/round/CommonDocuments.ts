import type { CalendarDate } from '../../../model/facts.js';
import type { ComparableDocument, RoundReport } from '../../../model/round.js';
import { groupBy, numberKey } from '../citedDocuments.js';

/** How one agency cites a document that is not its own. */
export interface Mention extends Pick<ComparableDocument, 'full' | 'date' | 'issuer' | 'title' | 'symbol' | 'shared'> {
  readonly report: Pick<RoundReport, 'file' | 'of' | 'agencyKey'>;
  readonly doubtful: boolean;
  readonly confidence: number;
  readonly quotation: number;
}

/** A document that several agencies cite, in one year. */
export interface CommonDocument {
  readonly key: string;
  readonly symbol: string;
  /** The superior whose it is, where several share the symbol and a list names the agencies' superiors. */
  readonly scope: string;
  /** Nobody knows which of several issuers it is of. */
  readonly ambiguous: boolean;
  readonly mentions: readonly Mention[];
  /** The date that most agencies write, or that stands on the document itself. */
  readonly agreed: Agreement | null;
}

export interface Agreement {
  readonly date: CalendarDate;
  readonly witnesses: readonly Mention[];
  /** Agencies that date the document. */
  readonly of: number;
  /** The file in which the document itself was handed in. */
  readonly seen: string | null;
}

/** A number that holds its year names one document for ever. */
const yearInside = /\/(?:19|20)\d\d\//;

/** Documents of common superiors, as all agencies of a round cite them. */
export class CommonDocuments {
  readonly #witnesses: number;
  readonly #byNumber = new Map<string, Mention[]>();
  /** Documents that some agency handed in: known to all. */
  readonly #seen = new Map<string, { readonly date: CalendarDate; readonly file: string }>();

  /** @param witnesses agencies that must agree on a date */
  constructor(witnesses: number) {
    this.#witnesses = witnesses;
  }

  add(report: RoundReport): void {
    const { file, of, agencyKey, superior } = report;
    for (const { number, date, file: attached } of report.attachments) {
      if (number !== null && date !== null)
        this.#seen.set(`${numberKey(number)} ${date.slice(0, 4)}`, { date, file: attached });
    }
    for (const document of report.documents) {
      if (document.own) continue;
      const { full, date, issuer, title, symbol, shared, doubtful, confidence, quotation } = document;
      const key = `${document.key} ${shared ? (superior ?? '') : ''}`;
      const mention = {
        report: { file, of, agencyKey },
        full,
        date,
        issuer,
        title,
        symbol,
        shared,
        doubtful,
        confidence,
        quotation,
      };
      const known = this.#byNumber.get(key);
      if (known === undefined) this.#byNumber.set(key, [mention]);
      else known.push(mention);
    }
  }

  /** Every document, a year at a time: the same number in another year is another document. */
  *documents(): Generator<CommonDocument> {
    for (const [id, mentions] of this.#byNumber) {
      const [key = '', ...superior] = id.split(' ');
      const years = groupBy(mentions, ({ full, date }) => (yearInside.test(full) ? '' : date.slice(0, 4)));
      for (const [year, ofYear] of years) {
        const agreed = this.#agreementOn(ofYear, this.#seen.get(`${key} ${year}`));
        const [first] = ofYear;
        const scope = superior.join(' ');
        const ambiguous = first?.shared === true && scope === '';
        yield { key, symbol: first?.symbol ?? '', scope, ambiguous, mentions: ofYear, agreed };
      }
    }
  }

  #agreementOn(mentions: readonly Mention[], seen: { date: CalendarDate; file: string } | undefined): Agreement | null {
    const certain = mentions.filter(({ doubtful }) => !doubtful);
    const of = agenciesIn(certain);
    const byDate = [...groupBy(certain, ({ date }) => date)].sort(
      ([, one], [, other]) => agenciesIn(other) - agenciesIn(one),
    );
    if (seen !== undefined) {
      const witnesses = certain.filter(({ date }) => date === seen.date);
      return { date: seen.date, witnesses, of, seen: seen.file };
    }
    const [most] = byDate;
    if (most === undefined) return null;
    const [date, witnesses] = most;
    const agreeing = agenciesIn(witnesses);
    return agreeing >= this.#witnesses && agreeing * 2 > of ? { date, witnesses, of, seen: null } : null;
  }
}

export function agenciesIn(mentions: readonly Mention[]): number {
  return new Set(mentions.map(({ report }) => report.agencyKey)).size;
}
