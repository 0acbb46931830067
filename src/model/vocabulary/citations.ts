import { z } from 'zod';

/** Words of src/extraction/citations: pipelines/vocabulary/citations.yaml. */
export const citationsVocabularySchema = z.strictObject({});

export type CitationsVocabulary = z.infer<typeof citationsVocabularySchema>;
