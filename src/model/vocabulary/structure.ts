import { z } from 'zod';

const phrases = z.array(z.string().min(1)).min(1);

/** Words of src/structure: pipelines/vocabulary/structure.yaml. */
export const structureVocabularySchema = z.strictObject({
  /** Short form to full wording. */
  abbreviations: z.record(z.string().min(1), z.string().min(1)),
  criterionLeads: phrases,
  ordinals: phrases,
  attachedMarks: phrases,
  reportSubjects: phrases,
  assessmentWords: phrases,
});

export type StructureVocabulary = z.infer<typeof structureVocabularySchema>;
