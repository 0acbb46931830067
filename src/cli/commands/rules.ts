import type { Language } from '../../model/bilingual.js';
import { catalogue } from '../../rules/index.js';

/** `soat rules`: the catalogue, a rule a line. */
export function listRules(language: Language): string {
  const width = Math.max(...catalogue.map((rule) => rule.id.length));
  return catalogue
    .map(({ id, severity, title }) => `${id.padEnd(width)}  ${severity.padEnd(7)}  ${title[language]}`)
    .join('\n');
}
