import { z } from 'zod';

/** Words of src/text: pipelines/vocabulary/text.yaml. */
export const textVocabularySchema = z.strictObject({});

export type TextVocabulary = z.infer<typeof textVocabularySchema>;
