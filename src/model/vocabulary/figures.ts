import { z } from 'zod';

const words = z.array(z.string().min(1)).min(1);

/** Words of src/extraction/figures: pipelines/vocabulary/figures.yaml. Matched without case and diacritics. */
export const figuresVocabularySchema = z.strictObject({
  /** What numbers count. Numbers are compared only within one group. */
  units: z
    .array(
      z.strictObject({
        group: z.string().min(1),
        forms: words,
        /** False where such a number is no result by itself (a schedule, a scale, a field of competitors). */
        counted: z.boolean().default(true),
        /** True where one may fall under several parts (women and Party members): such parts need not add up. */
        overlaps: z.boolean().default(false),
      }),
    )
    .min(1),
  /** Words behind which a number is a name, not an amount (`Điều 5`, `năm 2023`). */
  labels: words,
  /** The same, unless a unit follows the number. */
  labelsWithoutUnit: words,
  /** Before a year of four digits. */
  years: words,
  /** Words before `số` that make of it `tổng số 12`, an amount, and not `số 12`, a name. */
  amountsBeforeSo: words,
  /** What follows the slash of a schedule or a rate (`01 lần/tháng`). */
  per: words,
  /** Words that make a day and a month of two numbers and a slash (`ngày 20/11`). */
  dayMarks: words,
  hedges: z.strictObject({ under: words, about: words, over: words }),
  percentWords: words,
  percentages: z.strictObject({
    /** Between the numbers and the percentage they make. */
    links: words,
    /** Those links that speak of success. */
    achieving: words,
    rates: words,
    /** Small words that may stand before a link. */
    fillers: words,
    /** Between a percentage and the numbers it is made of, which follow it. */
    equals: words,
    /** Behind the percentage, name another base than the whole. */
    comparisons: words,
    /** Behind the percentage, begin what says nothing of its base. */
    tails: words,
    /** Between a part and the whole it is taken from. */
    of: words,
    wholes: words,
    /** Name a part of the amount before. */
    parts: words,
    /** Open a base: what had to be done, or all there is. */
    bases: words,
    /** Say that the second number is what was achieved of the first. */
    achievements: words,
    /** Enough behind `trong số` and `tổng số`. */
    existence: words,
    /** Say that the number is what is missing: its complement may be the one that is achieved. */
    shortfalls: words,
    /** Names with a comma in them: no clause ends there. */
    compounds: words,
  }),
  breakdowns: z.strictObject({
    /** Name all parts. */
    closed: words,
    /** Name parts, perhaps all. */
    partial: words,
    /** Behind a marker: only some parts are named. */
    open: words,
    /** Anywhere in the list: more was left out. */
    unfinished: words,
    /** Kinds that exclude each other and leave none out; `|` parts words for one kind. */
    partitions: z.array(z.array(z.string().min(1)).min(2)),
    rest: words,
    /** Open an item that goes on with another matter. */
    continuations: words,
  }),
  ranks: z.strictObject({
    marks: words,
    of: words,
    fields: words,
  }),
});

export type FiguresVocabulary = z.infer<typeof figuresVocabularySchema>;
