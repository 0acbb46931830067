import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { errorKinds } from '../src/model/errors.js';
import { packageRoot } from '../src/pipeline/packageRoot.js';

const longest = 400;

const sources = ['src', 'workers', 'test', 'bench', 'fixtures/make'].flatMap((folder) =>
  readdirSync(path.join(packageRoot, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|mjs)$/.test(name))
    .map((name) => path.join(folder, name)),
);

describe('the code base', () => {
  it(`has no file over ${longest} lines`, () => {
    const long = sources.filter((name) => read(name).split('\n').length > longest);
    expect(long).toEqual([]);
  });

  it('uses every error code of the closed list', () => {
    const code = sources
      .filter((name) => !name.endsWith('errors.ts') && !name.includes('.test.'))
      .map(read)
      .join('\n');
    const unused = Object.keys(errorKinds).filter((kind) => !code.includes(`'${kind}'`));
    expect(unused).toEqual([]);
  });

  it('tells every error code with its message in docs/errors.md', () => {
    // The formatter pads cells to their column's width.
    const page = read('docs/errors.md').replace(/ +\|/g, ' |');
    const missing = Object.entries(errorKinds).filter(
      ([code, { message }]) => !page.includes(`| \`${code}\` |`) || !page.includes(`| ${message.vi} |`),
    );
    expect(missing.map(([code]) => code)).toEqual([]);
  });
});

function read(name: string): string {
  return readFileSync(path.join(packageRoot, name), 'utf8');
}
