import type { Span } from '../../model/document-text.js';
import type { IdentityVocabulary } from '../../model/vocabulary/identity.js';
import { alternatives } from '../alternatives.js';
import type { Segment } from './headAndTail.js';
import { inCapitals, sentenceCase } from './normalCase.js';

export interface Title {
  /** Type and summary in one line: `Báo cáo Tự đánh giá công tác …`. */
  readonly text: string;
  readonly span: Span;
}

interface Patterns {
  readonly title: RegExp;
  readonly opening: RegExp;
}

const memo = new WeakMap<IdentityVocabulary, Patterns>();

function patternsOf(vocabulary: IdentityVocabulary): Patterns {
  let patterns = memo.get(vocabulary);
  if (patterns === undefined) {
    // A `0` is read for the capital O.
    const words = alternatives(vocabulary.titleWords).replace(/o/g, '[o0]');
    patterns = {
      title: new RegExp(`^${words}`),
      opening: new RegExp(`^[^a-z0-9]*${alternatives(vocabulary.bodyOpenings)}`),
    };
    memo.set(vocabulary, patterns);
  }
  return patterns;
}

/** Lines of the summary under the type of document; more than that is body. */
const longestSummary = 5;

/** The type of document and its summary, above the addressees, the opening and the first heading. */
export function findTitle(head: readonly Segment[], vocabulary: IdentityVocabulary): Title | null {
  const patterns = patternsOf(vocabulary);
  const first = head.findIndex((segment) => patterns.title.test(segment.folded));
  const start = first === -1 ? head.findIndex((segment) => segment.kind === 'title') : first;
  return start === -1 ? null : titleFrom(head, start, vocabulary);
}

/** The title whose first line stands at `start`. */
function titleFrom(head: readonly Segment[], start: number, vocabulary: IdentityVocabulary): Title | null {
  const patterns = patternsOf(vocabulary);
  const lines: Segment[] = [];
  for (const segment of head.slice(start, start + 1 + longestSummary)) {
    if (lines.length > 0 && patterns.opening.test(segment.folded)) break;
    if (lines.length > 0 && (segment.text.length > 250 || /^\p{Lu}.*[.:]$/u.test(segment.text))) break;
    if (/\p{L}/u.test(segment.text) || isYearOf(lines.at(-1), segment)) lines.push(segment);
    else if (lines.length > 1) break;
  }
  const last = lines.at(-1);
  const opening = lines[0];
  if (opening === undefined || last === undefined) return null;
  return { text: inOneLine(lines, vocabulary), span: { start: opening.start, end: last.end } };
}

/** `… THAM NHŨNG NĂM` | `2023`: the year that a full line leaves for the next. */
function isYearOf(line: Segment | undefined, { text }: Segment): boolean {
  return line !== undefined && /\bnam$/u.test(line.folded) && /^[12]\d{3}[.:]?$/u.test(text);
}

/** The title of any type of paper, by what the layout knows; a decision names its issuer in capitals below its summary. */
export function findPaperTitle(head: readonly Segment[], vocabulary: IdentityVocabulary): Title | null {
  const start = head.findIndex((segment) => segment.kind === 'title');
  if (start === -1) return null;
  const lines = head.slice(start).filter(({ kind }) => kind === 'title');
  const issuer = lines.findIndex((line, at) => {
    const above = lines[at - 1];
    return above !== undefined && inCapitals(line.text) && !inCapitals(above.text);
  });
  return titleFrom(issuer === -1 ? lines : lines.slice(0, issuer), 0, vocabulary);
}

/** Lines in capitals that follow each other are one sentence. */
function inOneLine(lines: readonly Segment[], vocabulary: IdentityVocabulary): string {
  const runs: string[] = [];
  for (const { text } of lines) {
    const previous = runs.at(-1);
    if (previous !== undefined && inCapitals(previous) && (inCapitals(text) || !/\p{L}/u.test(text)))
      runs[runs.length - 1] = `${previous} ${text}`;
    else runs.push(text);
  }
  return runs
    .map((run) => sentenceCase(run, vocabulary))
    .join(' ')
    .replace(/\s+/g, ' ');
}
