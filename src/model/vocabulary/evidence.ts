import { z } from 'zod';

/** Words of src/evidence: pipelines/vocabulary/evidence.yaml. */
export const evidenceVocabularySchema = z.strictObject({});

export type EvidenceVocabulary = z.infer<typeof evidenceVocabularySchema>;
