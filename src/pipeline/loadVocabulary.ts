import path from 'node:path';
import { type Vocabulary, vocabularySchema } from '../model/vocabulary/index.js';
import { packageRoot } from './packageRoot.js';
import { readYaml } from './readYaml.js';

let shared: Vocabulary | undefined;

/** The vocabulary of pipelines/vocabulary, read once a process. */
export function loadVocabulary(): Vocabulary {
  shared ??= Object.fromEntries(
    Object.entries(vocabularySchema.shape).map(([topic, schema]) => [
      topic,
      readYaml(path.join(packageRoot, 'pipelines', 'vocabulary', `${topic}.yaml`), schema),
    ]),
  ) as Vocabulary;
  return shared;
}
