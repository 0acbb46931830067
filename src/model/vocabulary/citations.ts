import { z } from 'zod';

const word = z.string().min(1);
const words = z.array(word).min(1);

/** A kind of document: its name, other wordings of it, the codes its symbols begin with, and how it is abbreviated. */
const documentType = z.strictObject({
  name: word,
  also: z.array(word).default([]),
  codes: z.array(word).default([]),
  abbreviations: z.array(word).default([]),
  /** Lays down law for everybody. */
  law: z.boolean().default(false),
  /** Takes a symbol without a type code (công văn, or any document called `Văn bản`). */
  letter: z.boolean().default(false),
  /** A report leans on it: without number and date it cannot be checked. */
  relied: z.boolean().default(false),
  /** A common word as well: names a document only where a symbol with its code follows (`Kiến nghị số 12/KN-…`). */
  onlyWithSymbol: z.boolean().default(false),
});

/** Words of src/extraction/citations: pipelines/vocabulary/citations.yaml. */
export const citationsVocabularySchema = z.strictObject({
  types: z.array(documentType).min(1),
  organs: z.strictObject({
    party: words,
    national: words,
    /** Codes that issuers of several levels share: the symbol alone does not tell whose document it is. */
    shared: words,
    other: words,
    /** Units inside an agency; they stand after the agency's code in a công văn's symbol. */
    units: words,
    /** Families of codes, as regular expressions over the whole group. */
    families: words,
    partyFamilies: words,
  }),
  /** Whole symbols so common that one misread letter cannot hide them. */
  symbols: words,
  /** What the reader prints for what stands on the page, in a symbol; `cost` 0 to 1, `meant` empty for a letter too many. */
  confusions: z.array(z.strictObject({ printed: word, meant: z.string(), cost: z.number().positive().max(1) })),
  numberWord: word,
  dates: z.strictObject({
    day: word,
    month: word,
    /** Months by their names (`tháng Giêng`), 1 to 12. */
    monthNames: z.record(word, z.number().int().min(1).max(12)),
    earlyDays: z.array(word),
    sameDay: word,
    inTurn: word,
    year: word,
    /** Between the number and `ngày`. */
    leads: words,
    /** Behind a date and an organ: what the organ did on that day. */
    deeds: words,
  }),
  joiners: words,
  backReferences: words,
  /** Closed-class words that may follow a short form such as `Chỉ thị 10`; a noun there is what is counted. */
  functionWords: words,
  laws: z.strictObject({
    /** Words that open the name of a law. */
    heads: words,
    /** Names that hold commas or `và`, without the head word. */
    names: words,
    /** Words after which a law's name is over. */
    stops: words,
    /** Words before the head that make it part of another name (`Đại học Luật Hà Nội`). */
    notAfter: words,
  }),
  issuers: z.strictObject({
    openers: words,
    heads: words,
    /** Lower-case syllables that go on in an organ's name. */
    continuations: words,
    /** After these only a proper name goes on (`tỉnh Nghệ An`). */
    places: words,
    /** Verbs between an organ and the document it issued. */
    issuing: words,
    /** Two-word verbs whose first or second syllable also stands in organ names. */
    stops: words,
  }),
  titles: z.strictObject({
    /** Taken off the title. */
    about: words,
    /** Open the title and belong to it. */
    openers: words,
    /** After a comma or `và`: the sentence goes on, the title is over. */
    goesOn: words,
    /** Words that end a title wherever they stand. */
    ends: words,
  }),
  carriedOut: z.strictObject({
    verbs: words,
    /** Between the verb and the document these say that something else is done (issued, done by way of). */
    breaks: words,
  }),
  attachedTo: words,
  unnumbered: z.strictObject({
    /** Words before the type that show the document is leaned on. */
    relies: words,
    /** Adverbs and the like between such a word and the type. */
    between: words,
    /** Words after the type that make it a reference to itself or to no document in particular. */
    notAfter: words,
    /** Words in the sentence that make it a task to come. */
    future: words,
  }),
});

export type CitationsVocabulary = z.infer<typeof citationsVocabularySchema>;
