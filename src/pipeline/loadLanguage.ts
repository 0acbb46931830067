import { readFileSync } from 'node:fs';
import path from 'node:path';
import { SoatError } from '../model/errors.js';
import { packageRoot } from './packageRoot.js';

/** How often words of administrative Vietnamese occur, alone and after one another. */
export interface LanguageCounts {
  /** Words counted. */
  readonly total: number;
  readonly words: ReadonlyMap<string, number>;
  /** By the first word, then by the second. */
  readonly pairs: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** One line a word: the word, its count, then each word that follows it with the count of the pair. */
export const languageFile = path.join(packageRoot, 'pipelines', 'language', 'vi.txt');

let shared: LanguageCounts | undefined;

/**
 * The counts of pipelines/language, read once a process.
 * @throws SoatError `pipeline-not-found`
 */
export function loadLanguage(): LanguageCounts {
  shared ??= parse(read());
  return shared;
}

function read(): string {
  try {
    return readFileSync(languageFile, 'utf8');
  } catch (cause) {
    throw new SoatError('pipeline-not-found', languageFile, { cause });
  }
}

function parse(text: string): LanguageCounts {
  const words = new Map<string, number>();
  const pairs = new Map<string, ReadonlyMap<string, number>>();
  let total = 0;
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('//')) continue;
    const [word = '', count = '0', ...followers] = line.split(' ');
    words.set(word, Number(count));
    total += Number(count);
    const after = new Map<string, number>();
    for (let at = 0; at + 1 < followers.length; at += 2) after.set(followers[at] ?? '', Number(followers[at + 1]));
    pairs.set(word, after);
  }
  return { total, words, pairs };
}
