import type { FiguresVocabulary } from '../../model/vocabulary/figures.js';
import { fold } from '../../text/fold.js';
import { alternatives } from '../alternatives.js';
import { atEnd } from '../atEnd.js';
import { amounts, sign } from './sign.js';

export interface Unit {
  /** As the vocabulary writes it. */
  readonly form: string;
  readonly group: string;
  readonly counted: boolean;
  readonly overlaps: boolean;
}

/** The vocabulary of figures, ready for matching on folded text. */
export interface Lexicon {
  readonly vocabulary: FiguresVocabulary;
  /** At `lastIndex`, the longest unit. */
  readonly unit: RegExp;
  readonly unitOf: (folded: string) => Unit | undefined;
  /** The text before a number that makes of it a name. */
  readonly labelBefore: RegExp;
  readonly labelWithoutUnitBefore: RegExp;
  readonly yearBefore: RegExp;
  readonly amountBefore: RegExp;
  readonly dayBefore: RegExp;
  /** At `lastIndex`, `/tháng`. */
  readonly per: RegExp;
  readonly percentSign: RegExp;
  readonly hedgeBefore: { readonly under: RegExp; readonly about: RegExp; readonly over: RegExp };
  readonly percentage: Readonly<
    Record<
      | 'shortfalls'
      | 'compounds'
      | 'achieving'
      | 'tails'
      | 'comparisons'
      | 'wholes'
      | 'achievements'
      | 'existence'
      | 'wholeBase',
      RegExp
    >
  >;
  readonly breakdown: {
    /** All markers of a text; groups `closed`, `partial`, `open`. */
    readonly markers: RegExp;
    readonly marker: RegExp;
    readonly rest: RegExp;
    /** An item that starts with its number. */
    readonly lead: RegExp;
    readonly continuation: RegExp;
    readonly unfinished: RegExp;
  };
  readonly rankBefore: RegExp;
  readonly rankOf: RegExp;
  readonly rankFields: ReadonlySet<string>;
}

const compiled = new WeakMap<FiguresVocabulary, Lexicon>();

export function lexiconOf(vocabulary: FiguresVocabulary): Lexicon {
  const known = compiled.get(vocabulary);
  if (known !== undefined) return known;
  const made = compile(vocabulary);
  compiled.set(vocabulary, made);
  return made;
}

function compile(vocabulary: FiguresVocabulary): Lexicon {
  const { percentages } = vocabulary;
  const units = new Map<string, Unit>();
  for (const { group, forms, counted, overlaps } of vocabulary.units)
    for (const form of forms) units.set(fold(form), { form, group, counted, overlaps });
  const before = (phrases: readonly string[]) => new RegExp(atEnd(`${alternatives(phrases)}\\s*[:.]?\\s*`));
  const hedge = (phrases: readonly string[]) => new RegExp(atEnd(`${alternatives(phrases)}\\s*`));
  return {
    vocabulary,
    // A number may be repeated in words: `02 (hai) vụ`.
    unit: new RegExp(`\\s*(?:\\)\\s*|\\([a-z ]{2,30}\\)\\s*)?(?<unit>${alternatives([...units.keys()])})`, 'y'),
    unitOf: (folded) => units.get(folded.replace(/\s+/g, ' ')),
    labelBefore: before(vocabulary.labels),
    labelWithoutUnitBefore: before(vocabulary.labelsWithoutUnit),
    yearBefore: before(vocabulary.years),
    amountBefore: new RegExp(atEnd(`${alternatives(vocabulary.amountsBeforeSo)}\\s+so\\s*:?\\s*`)),
    dayBefore: hedge(vocabulary.dayMarks),
    per: new RegExp(`\\s*/\\s*${alternatives(vocabulary.per)}`, 'y'),
    percentSign: new RegExp(`\\s*(?:%|${alternatives(vocabulary.percentWords)})`, 'y'),
    hedgeBefore: {
      under: hedge(vocabulary.hedges.under),
      about: hedge(vocabulary.hedges.about),
      over: hedge(vocabulary.hedges.over),
    },
    percentage: {
      shortfalls: new RegExp(alternatives(percentages.shortfalls)),
      compounds: new RegExp(alternatives(percentages.compounds), 'g'),
      achieving: new RegExp(alternatives(percentages.achieving)),
      tails: new RegExp(`^\\s*${alternatives(percentages.tails)}.*$`),
      comparisons: new RegExp(
        `^\\s*${alternatives(percentages.comparisons)}(?!\\s*${alternatives(percentages.wholes)})`,
      ),
      wholes: new RegExp(alternatives([...percentages.wholes, ...percentages.of]), 'g'),
      achievements: new RegExp(alternatives(percentages.achievements)),
      existence: new RegExp(alternatives(percentages.existence)),
      wholeBase: new RegExp(alternatives([...percentages.wholes, ...percentages.of])),
    },
    breakdown: breakdownPatterns(vocabulary),
    rankBefore: new RegExp(`${alternatives(vocabulary.ranks.marks)}\\s*:?\\s*$`),
    rankFields: new Set(vocabulary.ranks.fields),
    rankOf: new RegExp(`\\s*${alternatives(vocabulary.ranks.of)}\\s*(?<field>\\d+)`, 'y'),
  };
}

function breakdownPatterns({ breakdowns, hedges }: FiguresVocabulary): Lexicon['breakdown'] {
  const closed = alternatives(breakdowns.closed);
  const partial = alternatives(breakdowns.partial);
  const behind = `\\s*[:,]?\\s*(?<open>${alternatives(breakdowns.open)})?\\s*:?`;
  // `12 đơn (5 đơn khiếu nại, …)`, `03 hội nghị: 01 hội nghị …`: a bracket or a colon between two numbers; `12 đơn (cũ: 5, …)`.
  const set = `(?<=${sign.number}[^${amounts}.;:()]{0,60})(?:[:(](?=\\s*${sign.number})|\\((?=[a-z ]{1,30}:?\\s*${sign.number}))`;
  const hedge = alternatives([...hedges.under, ...hedges.about, ...hedges.over]);
  return {
    markers: new RegExp(`(?:(?<closed>${closed})|(?<partial>${partial}))${behind}|${set}`, 'g'),
    marker: new RegExp(`${closed}|${partial}`),
    rest: new RegExp(`^\\s*${alternatives(breakdowns.rest)}`),
    lead: new RegExp(`^\\s*(?:${hedge}\\s*)?${sign.number}`),
    continuation: new RegExp(`^\\s*${alternatives(breakdowns.continuations)}`),
    unfinished: new RegExp(alternatives(breakdowns.unfinished)),
  };
}
