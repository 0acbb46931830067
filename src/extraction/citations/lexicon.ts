import type { CitationsVocabulary } from '../../model/vocabulary/citations.js';
import { fold } from '../../text/fold.js';
import { Phrases, phrases } from './phrases.js';

export type TypeEntry = CitationsVocabulary['types'][number];

/** The vocabulary made ready for look-up. */
export interface Lexicon {
  readonly vocabulary: CitationsVocabulary;
  readonly types: Phrases<TypeEntry>;
  /** By the abbreviation as it is printed. */
  readonly abbreviations: ReadonlyMap<string, TypeEntry>;
  readonly typesByCode: ReadonlyMap<string, readonly TypeEntry[]>;
  readonly typeCodes: CodeSet;
  readonly organs: CodeSet;
  readonly partyOrgans: CodeSet;
  readonly sharedOrgans: ReadonlySet<string>;
  readonly units: ReadonlySet<string>;
  readonly symbols: ReadonlySet<string>;
  readonly numberWord: string;
  readonly day: string;
  readonly month: string;
  /** By their folded names. */
  readonly monthNames: ReadonlyMap<string, number>;
  /** Stand between `ngày` and a day up to the tenth. */
  readonly earlyDays: readonly string[];
  readonly sameDay: string;
  /** Leads to the dates of a list, one for each member. */
  readonly inTurn: string;
  readonly year: string;
  readonly dateLeads: Phrases<true>;
  readonly deeds: Phrases<true>;
  readonly joiners: ReadonlySet<string>;
  readonly joinerWords: Phrases<true>;
  readonly backReferences: Phrases<true>;
  readonly functionWords: Phrases<true>;
  readonly attachedTo: Phrases<true>;
  readonly laws: {
    readonly heads: Phrases<true>;
    readonly names: Phrases<true>;
    readonly stops: Phrases<true>;
    readonly notAfter: Phrases<true>;
  };
  readonly issuers: {
    readonly openers: Phrases<true>;
    readonly heads: Phrases<true>;
    readonly continuations: Phrases<true>;
    readonly places: Phrases<true>;
    readonly issuing: Phrases<true>;
    readonly stops: Phrases<true>;
  };
  readonly titles: {
    readonly about: Phrases<true>;
    /** Those that are not words (`V/v`). */
    readonly aboutMarks: readonly string[];
    readonly openers: Phrases<true>;
    readonly goesOn: Phrases<true>;
    readonly ends: Phrases<true>;
  };
  readonly carriedOut: { readonly verbs: Phrases<true>; readonly breaks: Phrases<true> };
  readonly unnumbered: {
    readonly relies: Phrases<true>;
    readonly between: Phrases<true>;
    readonly notAfter: Phrases<true>;
    readonly future: Phrases<true>;
  };
}

/** Codes of one kind: those listed, and families of them. */
export class CodeSet {
  readonly listed: ReadonlySet<string>;
  readonly #byKey = new Map<string, string | null>();
  readonly #families: readonly RegExp[];

  constructor(codes: readonly string[], families: readonly string[] = []) {
    this.listed = new Set(codes);
    this.#families = families.map((family) => new RegExp(family, 'u'));
    for (const code of this.listed) {
      const key = codeKey(code);
      this.#byKey.set(key, this.#byKey.has(key) ? null : code);
    }
  }

  has(code: string): boolean {
    return this.listed.has(code) || this.#families.some((family) => family.test(code));
  }

  /** The one listed code that differs from `printed` in case and in Đ/D at most; null where none or several do. */
  official(printed: string): string | null {
    if (this.listed.has(printed)) return printed;
    return this.#byKey.get(codeKey(printed)) ?? null;
  }
}

function codeKey(code: string): string {
  return code.toUpperCase().replaceAll('Đ', 'D');
}

const made = new WeakMap<CitationsVocabulary, Lexicon>();

export function lexiconOf(vocabulary: CitationsVocabulary): Lexicon {
  let lexicon = made.get(vocabulary);
  if (lexicon === undefined) {
    lexicon = compile(vocabulary);
    made.set(vocabulary, lexicon);
  }
  return lexicon;
}

function compile(vocabulary: CitationsVocabulary): Lexicon {
  const { types, organs, laws, issuers, titles, carriedOut, unnumbered, dates } = vocabulary;
  const typesByCode = new Map<string, TypeEntry[]>();
  for (const type of types) {
    for (const code of type.codes) typesByCode.set(code, [...(typesByCode.get(code) ?? []), type]);
  }
  return {
    vocabulary,
    types: new Phrases(
      types.flatMap((type) => [type.name, ...type.also].map((name) => [name, type] as const)),
      'loose',
    ),
    abbreviations: new Map(types.flatMap((type) => type.abbreviations.map((short) => [short, type] as const))),
    typesByCode,
    typeCodes: new CodeSet([...typesByCode.keys()]),
    organs: new CodeSet(
      [...organs.party, ...organs.national, ...organs.shared, ...organs.other, ...organs.units],
      [...organs.families, ...organs.partyFamilies],
    ),
    partyOrgans: new CodeSet(organs.party, organs.partyFamilies),
    sharedOrgans: new Set(organs.shared),
    units: new Set(organs.units),
    symbols: new Set(vocabulary.symbols),
    numberWord: fold(vocabulary.numberWord),
    day: fold(dates.day),
    month: fold(dates.month),
    monthNames: new Map(Object.entries(dates.monthNames).map(([name, month]) => [fold(name), month])),
    earlyDays: dates.earlyDays.map(fold),
    sameDay: fold(dates.sameDay),
    inTurn: fold(dates.inTurn),
    year: fold(dates.year),
    dateLeads: phrases(dates.leads),
    deeds: phrases(dates.deeds),
    joiners: new Set(vocabulary.joiners.filter((joiner) => !/\p{L}/u.test(joiner))),
    joinerWords: phrases(vocabulary.joiners.filter((joiner) => /\p{L}/u.test(joiner))),
    backReferences: phrases(vocabulary.backReferences),
    functionWords: phrases(vocabulary.functionWords),
    attachedTo: phrases(vocabulary.attachedTo),
    laws: {
      heads: phrases(laws.heads),
      names: phrases(laws.names.map((name) => name.replaceAll(',', ''))),
      stops: phrases(laws.stops),
      notAfter: phrases(laws.notAfter),
    },
    issuers: {
      openers: phrases(issuers.openers),
      heads: phrases(issuers.heads),
      continuations: phrases(issuers.continuations),
      places: phrases(issuers.places),
      issuing: phrases(issuers.issuing),
      stops: phrases(issuers.stops),
    },
    titles: {
      about: phrases(titles.about),
      aboutMarks: titles.about.filter((mark) => mark.includes('/')).map(fold),
      openers: phrases(titles.openers),
      goesOn: phrases(titles.goesOn),
      ends: phrases(titles.ends),
    },
    carriedOut: { verbs: phrases(carriedOut.verbs), breaks: phrases(carriedOut.breaks) },
    unnumbered: {
      relies: phrases(unnumbered.relies),
      between: phrases(unnumbered.between),
      notAfter: phrases(unnumbered.notAfter),
      future: phrases(unnumbered.future),
    },
  };
}
