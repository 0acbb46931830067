import { z } from 'zod';

/** Words of src/scores: pipelines/vocabulary/scores.yaml. */
export const scoresVocabularySchema = z.strictObject({});

export type ScoresVocabulary = z.infer<typeof scoresVocabularySchema>;
