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
  /** Denials and words of number: a slip in one of them changes what is said. */
  readonly weighty: ReadonlySet<string>;
}

/** What is known of the language; whoever keeps what was read with it must read again where a file of it changes. */
export const languageFolder = path.join(packageRoot, 'pipelines', 'language');
/** One line a word: the word, its count, then each word that follows it with the count of the pair. */
const countsFile = path.join(languageFolder, 'vi.txt');
/** One word a line. */
const weightyFile = path.join(languageFolder, 'weighty.txt');

let shared: LanguageCounts | undefined;

/**
 * The counts of pipelines/language, read once a process.
 * @throws SoatError `pipeline-not-found`
 */
export function loadLanguage(): LanguageCounts {
  shared ??= { ...parse(linesOf(countsFile)), weighty: new Set(linesOf(weightyFile)) };
  return shared;
}

function linesOf(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('//'));
  } catch (cause) {
    throw new SoatError('pipeline-not-found', file, { cause });
  }
}

function parse(lines: readonly string[]): Omit<LanguageCounts, 'weighty'> {
  const words = new Map<string, number>();
  const pairs = new Map<string, ReadonlyMap<string, number>>();
  let total = 0;
  for (const line of lines) {
    const [word = '', count = '0', ...followers] = line.split(' ');
    words.set(word, Number(count));
    total += Number(count);
    const after = new Map<string, number>();
    for (let at = 0; at + 1 < followers.length; at += 2) after.set(followers[at] ?? '', Number(followers[at + 1]));
    pairs.set(word, after);
  }
  return { total, words, pairs };
}
