import { z } from 'zod';

/** Words by which reports of a round are compared: pipelines/vocabulary/round.yaml. */
export const roundVocabularySchema = z.strictObject({
  /** Words by which an agency speaks of itself and of its kind: what is copied changes them. */
  selfWords: z.array(z.string().min(1)).min(1),
  /** Words of agencies' kinds and names as file names and lists shorten them. */
  nameShortForms: z.array(z.strictObject({ full: z.string().min(1), short: z.array(z.string().min(1)).min(1) })),
  /** Heads of the columns of a list of agencies. */
  listColumns: z.strictObject({
    name: z.array(z.string().min(1)).min(1),
    abbreviation: z.array(z.string().min(1)).min(1),
    kind: z.array(z.string().min(1)).min(1),
    superior: z.array(z.string().min(1)).min(1),
    otherNames: z.array(z.string().min(1)).min(1),
    files: z.array(z.string().min(1)).min(1),
  }),
});

export type RoundVocabulary = z.infer<typeof roundVocabularySchema>;
