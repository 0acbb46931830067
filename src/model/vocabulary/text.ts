import { z } from 'zod';

const phrases = z.array(z.string().min(1)).min(1);

/** Words of src/text: pipelines/vocabulary/text.yaml. */
export const textVocabularySchema = z.strictObject({
  mottos: phrases,
  documentTypes: phrases,
  subjectMarks: phrases,
  salutations: phrases,
  recipients: phrases,
  recipientLines: phrases,
  signingMarks: phrases,
  abbreviations: phrases,
  roles: phrases,
  partWords: phrases,
  annexWords: phrases,
  numberExpected: phrases,
  pageWords: phrases,
  ordinalHeads: phrases,
});

export type TextVocabulary = z.infer<typeof textVocabularySchema>;
