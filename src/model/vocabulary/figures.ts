import { z } from 'zod';

/** Words of src/figures: pipelines/vocabulary/figures.yaml. */
export const figuresVocabularySchema = z.strictObject({});

export type FiguresVocabulary = z.infer<typeof figuresVocabularySchema>;
