import { z } from 'zod';
import { citationsVocabularySchema } from './citations.js';
import { evidenceVocabularySchema } from './evidence.js';
import { figuresVocabularySchema } from './figures.js';
import { identityVocabularySchema } from './identity.js';
import { roundVocabularySchema } from './round.js';
import { scoresVocabularySchema } from './scores.js';
import { structureVocabularySchema } from './structure.js';
import { symbolsVocabularySchema } from './symbols.js';
import { textVocabularySchema } from './text.js';

/** One topic a file of pipelines/vocabulary; the key is the file's name. */
export const vocabularySchema = z.strictObject({
  text: textVocabularySchema,
  structure: structureVocabularySchema,
  citations: citationsVocabularySchema,
  symbols: symbolsVocabularySchema,
  scores: scoresVocabularySchema,
  figures: figuresVocabularySchema,
  evidence: evidenceVocabularySchema,
  identity: identityVocabularySchema,
  round: roundVocabularySchema,
});

/** The words that the language and the decrees use, as data. */
export type Vocabulary = z.infer<typeof vocabularySchema>;
