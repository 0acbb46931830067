import { z } from 'zod';

/** Words of src/structure: pipelines/vocabulary/structure.yaml. */
export const structureVocabularySchema = z.strictObject({});

export type StructureVocabulary = z.infer<typeof structureVocabularySchema>;
