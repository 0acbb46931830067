import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Language } from '../../model/bilingual.js';
import { SoatError } from '../../model/errors.js';
import { packageRoot } from '../../pipeline/packageRoot.js';
import { catalogue } from '../../rules/index.js';

/** `soat rules`: the catalogue, a rule a line. */
export function listRules(language: Language): string {
  const width = Math.max(...catalogue.map((rule) => rule.id.length));
  return catalogue
    .map(({ id, severity, title }) => `${id.padEnd(width)}  ${severity.padEnd(7)}  ${title[language]}`)
    .join('\n');
}

/**
 * `soat rules ID`: the rule's page.
 * @throws SoatError `unknown-rule`
 */
export function rulePage(id: string): string {
  if (!catalogue.some((rule) => rule.id === id)) throw new SoatError('unknown-rule', id);
  return readFileSync(path.join(packageRoot, 'src', 'rules', ...id.split('/'), 'rule.md'), 'utf8');
}
