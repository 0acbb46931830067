import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../pipeline/packageRoot.js';
import { keysOf, keysWith, stageKeys } from './stageKeys.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'soat-test-'));
});
afterAll(() => rm(folder, { recursive: true }));

const noErrors = new Map<number, null>([
  [1, null],
  [2, null],
]);

/** A pipeline file of one's own, made from a shipped one. */
function ownPipeline(name: string, change: (content: string) => string): string {
  const registers = path.join(packageRoot, 'pipelines', 'registers');
  const content = readFileSync(path.join(packageRoot, 'pipelines', 'pctn-2023.yaml'), 'utf8');
  const file = path.join(folder, name);
  writeFileSync(file, change(content.replaceAll('registers/', `${registers}/`)));
  return file;
}

describe('the key of a stage', () => {
  it('is the same for the same configuration, whatever the order of pages', () => {
    const reversed = new Map([...noErrors].reverse());
    expect(stageKeys(null).analyse(reversed)).toEqual(stageKeys(null).analyse(noErrors));
    expect(stageKeys(null).read).toEqual(stageKeys('pctn-2022').read);
  });

  it('of an analysis changes with the pipeline chosen', () => {
    const keys = [null, 'pctn-2023', 'pctn-2022'].map((name) => stageKeys(name).analyse(noErrors).dependencies);
    expect(new Set(keys).size).toBe(3);
  });

  it('of an analysis changes with a threshold in the pipeline file', () => {
    const asShipped = ownPipeline('same.yaml', (content) => content);
    const changed = ownPipeline('other.yaml', (content) =>
      content.replace(/doubtfulConfidence: .*/, 'doubtfulConfidence: 0.5'),
    );
    expect(stageKeys(changed).analyse(noErrors)).not.toEqual(stageKeys(asShipped).analyse(noErrors));
  });

  it('of a page, and the queue with it, changes with the engine that reads; a survey needs none', () => {
    const own = { name: 'tesseract', version: '5.5.0', command: 'tesseract', modelFolder: folder } as const;
    expect(keysWith(own)(null).read).not.toEqual(keysOf(null).read);
    expect(keysWith(own)(null).line).not.toBe(keysOf(null).line);
    expect(keysWith(own)(null).survey).toEqual(keysOf(null).survey);
  });

  it('of an analysis changes when a page that failed has been read', () => {
    const { analyse } = stageKeys(null);
    expect(analyse(new Map([...noErrors, [2, 'page-timeout']]))).not.toEqual(analyse(noErrors));
  });

  it('refuses a pipeline that does not exist', () => {
    expect(() => stageKeys('pctn-1999')).toThrow(expect.objectContaining({ code: 'pipeline-not-found' }));
  });
});
