import { z } from 'zod';

const words = z.array(z.string().min(1)).min(1);

/** Words of src/extraction/evidence, years and sub-headings: pipelines/vocabulary/evidence.yaml. Without case and diacritics. */
export const evidenceVocabularySchema = z.strictObject({
  counts: z.strictObject({
    /** Before the number in its clause: wanted, not done. */
    intentions: words,
    /** Before the number: how often something is done, not what was done. */
    schedules: words,
    /** Behind what is counted, as printed: how often it is done. */
    rates: words,
    /** Behind a number, as printed: words that it cannot count. */
    notCounted: words,
    /** Numbers in words, by value. */
    numerals: z.record(z.string(), z.number().int().positive()),
  }),
  pointers: z.strictObject({
    /** Say that evidence is enclosed or kept elsewhere. */
    words,
    /** Behind the dot of a file's name. */
    fileEndings: words,
  }),
  absences: z.strictObject({
    /** Deny by themselves. */
    denials: words,
    /** Deny where a sentence says nothing else, but for a label that names what is denied or is one of `bareLabels`. */
    bare: words,
    bareLabels: words,
    /** Deny with one of `denied` behind them. */
    lacks: words,
    denied: words,
    /** People and bodies: denied only where something is said of them (`bị`, `vi phạm`). */
    bodies: words,
    deeds: words,
    /** Before the denial: a wish or an order, or only the rest is denied. */
    setAside: words,
    /** Behind the denial: only further cases are denied. */
    further: words,
    /** Units of which a count of zero says that nothing occurred. */
    zeroUnits: words,
    /** Behind a zero count: a result, not an absence (`0 hồ sơ quá hạn`). */
    zeroResults: words,
  }),
  cases: z.strictObject({
    verbs: words,
    /** Those of the verbs that need words saying what was found. */
    weakVerbs: words,
    units: words,
    /** Done to people: a number right behind counts them. */
    handling: words,
    /** Those of the units that are cases whatever follows. */
    byThemselves: words,
    /** Before the number: not said to have happened. */
    setAside: words,
    /** A phrase that makes of the matter something else (`đơn tố cáo tham nhũng`). */
    petitions: words,
    recipients: words,
  }),
  notMatters: words,
  /** What denials and cases are about, the first that fits. */
  matters: z.record(z.string(), words),
  /** Where cases are looked for: a denial of one does not speak of another. The first that fits, longest words first. */
  channels: words,
  channelMarks: words,
  /** Before a denial: where nothing was found. */
  places: words,
  /** Around the agency. */
  areas: words,
  partsOfYear: words,
  /** Narrow what is denied: `đến mức xử lý hình sự`. */
  narrowings: words,
  generalTopics: words,
  deductions: z.strictObject({
    reasons: words,
    /** With one of `reasons` in them, but no reason. */
    notReasons: words,
    /** Deny a reason that stands up to six words behind them. */
    denials: words,
    /** Deny a reason right behind them. */
    bareDenials: words,
    /** Between a denial and a reason: the reason is not denied. */
    turns: words,
    /** With one of `achievements` behind them. */
    shortfalls: words,
    achievements: words,
  }),
  years: z.strictObject({
    reported: words,
    comparisons: words,
    changes: words,
    /** Begin with one of `changes`, and change nothing. */
    notChanges: words,
    planTerms: words,
    intentions: words,
    legal: words,
    documents: words,
    indices: words,
    /** Before the year: it is the time of what the sentence tells. */
    times: words,
    /** At the start of the clause: what follows up to the year is what came of it. */
    timeHeads: words,
    outcomes: words,
    results: words,
  }),
  subHeadings: z.strictObject({
    /** Nouns with which a heading begins, and which name a further item when they come again. */
    openers: words,
    /** Behind the name of an item: says how or for whom, not what. */
    qualifiers: words,
    /** Words that say nothing of an item. */
    hollow: words,
    /** Ways to speak of one and the same thing. */
    synonyms: z.array(words),
    verbs: words,
    /** In the text below: all items are meant. */
    coversAll: words,
  }),
  boilerplate: z.strictObject({
    /** General words for the reporting agency. */
    agencyNames: words,
  }),
  titles: z.strictObject({
    hollow: words,
    abbreviations: z.record(z.string(), z.string()),
  }),
});

export type EvidenceVocabulary = z.infer<typeof evidenceVocabularySchema>;
