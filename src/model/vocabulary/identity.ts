import { z } from 'zod';

/** Words of src/identity: pipelines/vocabulary/identity.yaml. */
export const identityVocabularySchema = z.strictObject({});

export type IdentityVocabulary = z.infer<typeof identityVocabularySchema>;
