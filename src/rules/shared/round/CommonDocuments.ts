import type { CalendarDate } from '../../../model/facts.js';
import type { Pipeline } from '../../../model/pipeline.js';
import type { Attachment, ComparableDocument, RoundReport } from '../../../model/round.js';
import { groupBy, numberKey } from '../citedDocuments.js';
import { type AgencyName, agencyName, holdsName } from './agencyName.js';

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

/** A document that some agency handed in. */
interface SeenDocument {
  readonly date: CalendarDate;
  readonly file: string;
  /** As its letterhead names it; null where that was not read. */
  readonly issuer: string | null;
}

/** A number that holds its year names one document for ever. */
const yearInside = /\/(?:19|20)\d\d\//;

/** Documents of common superiors, as all agencies of a round cite them. */
export class CommonDocuments {
  readonly #pipeline: Pipeline;
  readonly #byNumber = new Map<string, Mention[]>();
  /** Documents that some agency handed in, by number and year: known to all. */
  readonly #seen = new Map<string, SeenDocument[]>();
  readonly #names = new Map<string, AgencyName>();

  constructor(pipeline: Pipeline) {
    this.#pipeline = pipeline;
  }

  add(report: RoundReport): void {
    const { file, of, agencyKey, superior } = report;
    for (const attachment of report.attachments) this.#see(attachment);
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
      const scope = superior.join(' ');
      const years = groupBy(mentions, ({ full, date }) => (yearInside.test(full) ? '' : date.slice(0, 4)));
      for (const [year, ofYear] of years) {
        const [first] = ofYear;
        const common = { key, symbol: first?.symbol ?? '', scope, ambiguous: first?.shared === true && scope === '' };
        let others: readonly Mention[] = ofYear;
        for (const seen of this.#seen.get(`${key} ${year}`) ?? []) {
          const own = others.filter((mention) => this.#isOf(mention, seen, scope));
          if (own.length === 0) continue;
          others = others.filter((mention) => !own.includes(mention));
          yield { ...common, mentions: own, agreed: this.#agreementWith(seen, own) };
        }
        if (others.length > 0) yield { ...common, mentions: others, agreed: this.#agreementOn(others) };
      }
    }
  }

  #see({ number, date, file, agency }: Attachment): void {
    if (number === null || date === null) return;
    const key = `${numberKey(number)} ${date.slice(0, 4)}`;
    const known = this.#seen.get(key) ?? [];
    if (known.some((one) => one.date === date && one.issuer === agency)) return;
    this.#seen.set(key, [...known, { date, file, issuer: agency }]);
  }

  /** Many issuers number by one symbol (`KH-UBND`): such a document is known to those who name its issuer, or report to it. */
  #isOf({ shared, issuer }: Mention, seen: SeenDocument, superior: string): boolean {
    if (!shared) return true;
    const [named, own] = [this.#nameOf(issuer === '' ? superior : issuer), this.#nameOf(seen.issuer ?? '')];
    return holdsName(own, named) || holdsName(named, own);
  }

  #nameOf(name: string): AgencyName {
    const known = this.#names.get(name) ?? agencyName(name, this.#pipeline.vocabulary.round);
    this.#names.set(name, known);
    return known;
  }

  /** The date on the document itself, unless most agencies agree on another: then one of the two was misread. */
  #agreementWith({ date, file }: SeenDocument, mentions: readonly Mention[]): Agreement | null {
    const most = this.#agreementOn(mentions);
    if (most !== null && most.date !== date) return null;
    const certain = mentions.filter(({ doubtful }) => !doubtful);
    const witnesses = certain.filter((mention) => mention.date === date);
    return { date, witnesses, of: agenciesIn(certain), seen: file };
  }

  #agreementOn(mentions: readonly Mention[]): Agreement | null {
    const certain = mentions.filter(({ doubtful }) => !doubtful);
    const of = agenciesIn(certain);
    const byDate = [...groupBy(certain, ({ date }) => date)].sort(
      ([, one], [, other]) => agenciesIn(other) - agenciesIn(one),
    );
    const [most] = byDate;
    if (most === undefined) return null;
    const [date, witnesses] = most;
    const agreeing = agenciesIn(witnesses);
    const isAgreed = agreeing >= this.#pipeline.thresholds.round.dateWitnesses && agreeing * 2 > of;
    return isAgreed ? { date, witnesses, of, seen: null } : null;
  }
}

export function agenciesIn(mentions: readonly Mention[]): number {
  return new Set(mentions.map(({ report }) => report.agencyKey)).size;
}
