import { z } from 'zod';

const phrases = z.array(z.string().min(1)).min(1);

/** Words of src/extraction/identity: pipelines/vocabulary/identity.yaml. */
export const identityVocabularySchema = z.strictObject({
  /** Lines of the letterhead that name no agency. */
  mottoes: phrases,
  stamps: phrases,
  /**
   * First words of an agency's name; `inside` may start one in the middle of a joined line, `unnamed` is none by itself:
   * the next line goes on with it, whatever it begins with.
   */
  agencyHeads: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        inside: z.boolean().default(false),
        unnamed: z.boolean().default(false),
      }),
    )
    .min(1),
  /** Pairs of a full form and its short form that stand for the same words in an agency's name. */
  shortForms: z.array(z.strictObject({ full: z.string().min(1), short: z.string().min(1) })),
  /** Agencies' names as officially written, where sentence case would give another writing. */
  officialNames: phrases,
  /** Words of administrative levels: lower case, with a place's name behind them. */
  levels: phrases,
  provinces: phrases,
  /** Written in capitals wherever they stand. */
  capitals: phrases,
  letterType: z.string().min(1),
  titleWords: phrases,
  /** Words that open the body, so that no title reaches into it. */
  bodyOpenings: phrases,
  closings: phrases,
  attachedTo: phrases,
  /** Marks of signing for another (Decree 30/2020, Party rules), without their full stop. */
  signingMarks: phrases,
  positions: phrases,
  academicTitles: phrases,
  familyNames: phrases,
  recipients: phrases,
  /** Words before the signer in the printed picture of a digital signature. */
  stampSigner: phrases,
  stampEnd: phrases,
});

export type IdentityVocabulary = z.infer<typeof identityVocabularySchema>;
