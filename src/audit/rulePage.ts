import { readFileSync } from 'node:fs';
import path from 'node:path';
import { SoatError } from '../model/errors.js';
import { packageRoot } from '../pipeline/packageRoot.js';
import { catalogue } from '../rules/index.js';

/**
 * A rule's page, in Markdown.
 * @throws SoatError `unknown-rule`
 */
export function rulePage(id: string): string {
  if (!catalogue.some((rule) => rule.id === id)) throw new SoatError('unknown-rule', id);
  return readFileSync(path.join(packageRoot, 'src', 'rules', ...id.split('/'), 'rule.md'), 'utf8');
}
