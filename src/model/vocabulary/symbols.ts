import { z } from 'zod';

const words = z.array(z.string().min(1));

/** The grammar of document symbols that src/rules/citation rests on: pipelines/vocabulary/symbols.yaml. */
export const symbolsVocabularySchema = z.strictObject({
  /** Types called by name whose number is that of the decision that issued them. */
  issuedByDecision: z.strictObject({ code: z.string().min(1), types: words }),
  /** Symbols of the legislature, without a type's abbreviation, and the types that bear them. */
  legislature: z.strictObject({ symbols: words, types: words }),
  /** Abbreviations of types that are abbreviations of agencies, too. */
  homonyms: words,
  /** State offices that issue documents in their own name. */
  officeHolders: words,
  /** Party committees: their symbols are never joined as the State's are. */
  partyCommittees: words,
  /** Agencies whose own abbreviation holds a slash. */
  organsWithSlash: words,
  /** Documents dated before are numbered by older rules. */
  formSince: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  normative: z.strictObject({
    organs: words,
    types: words,
    contents: words,
    instruments: words,
    scopes: words,
    leads: words,
    leadEndings: words,
    exceptions: words,
  }),
});

export type SymbolsVocabulary = z.infer<typeof symbolsVocabularySchema>;
