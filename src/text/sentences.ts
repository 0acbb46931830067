import type { DocumentText, Span } from '../model/document-text.js';
import type { TextVocabulary } from '../model/vocabulary/text.js';
import { fold } from './fold.js';

/** A numbered or lettered list mark at the start of a sentence: its full stop ends nothing. */
const listMark = /^\s*(?:[-+*•–—]\s*)?(?:\d{1,2}(?:[.,]\d{1,2}){0,4}|[IVXivxlL]{1,5}|\p{L})[.)]\s/u;

/** Characters; what goes on without a stop for longer is no sentence, and reading it as one takes the square of its length. */
const longestSentence = 10_000;

export interface SentenceOptions {
  /** True: a semicolon ends a piece too, so that each piece is a clause. */
  readonly clauses?: boolean;
}

/**
 * The sentences that stand in `span`, in order, each without the white space around it. A sentence never runs over a
 * paragraph's end or a table cell's. The stop belongs to its sentence, `./.` whole.
 */
export function sentencesIn(
  document: DocumentText,
  span: Span,
  vocabulary: TextVocabulary,
  options: SentenceOptions = {},
): Span[] {
  const abbreviations = abbreviationsOf(vocabulary);
  const found: Span[] = [];
  const text = document.text.slice(span.start, span.end);
  let start = 0;
  const take = (from: number, end: number) => {
    const piece = text.slice(from, end);
    const lead = piece.length - piece.trimStart().length;
    const trimmed = piece.trim();
    if (trimmed !== '') found.push({ start: span.start + from + lead, end: span.start + from + lead + trimmed.length });
  };
  const close = (end: number) => {
    while (end - start > longestSentence) {
      const space = text.lastIndexOf(' ', start + longestSentence);
      const cut = space > start ? space : start + longestSentence;
      take(start, cut);
      start = cut;
    }
    take(start, end);
    start = end;
  };
  for (const stop of text.matchAll(/[\n\t]|\.\/\.|[.!?…]+["”»)\]]*|;/gu)) {
    const [mark] = stop;
    const end = stop.index + mark.length;
    if (stop.index < start) continue;
    if (mark === '\n' || mark === '\t') close(end);
    else if (mark === ';') {
      if (options.clauses === true) close(end);
    } else if (mark.startsWith('./.') || endsSentence(text, start, stop.index, end, abbreviations)) close(end);
  }
  close(text.length);
  return found;
}

const memo = new WeakMap<TextVocabulary, ReadonlySet<string>>();

function abbreviationsOf(vocabulary: TextVocabulary): ReadonlySet<string> {
  let abbreviations = memo.get(vocabulary);
  if (abbreviations === undefined) {
    abbreviations = new Set([...vocabulary.signingMarks, ...vocabulary.abbreviations].map(fold));
    memo.set(vocabulary, abbreviations);
  }
  return abbreviations;
}

function endsSentence(
  text: string,
  start: number,
  at: number,
  end: number,
  abbreviations: ReadonlySet<string>,
): boolean {
  const after = text.slice(end, end + 4);
  if (after.trim() === '') return true;
  if (!/^\s/.test(after)) {
    // A stop with its space lost: `thực hiện.Trong năm`; never inside numbers, dates, web addresses, symbols (`TTCP-C.IV`).
    return /\p{Ll}{2}$/u.test(text.slice(Math.max(start, at - 2), at)) && /^\p{Lu}\p{Ll}/u.test(after);
  }
  if (/^\s+[\p{Ll},;:]/u.test(after)) return false;
  if (text.charAt(at) !== '.') return true;
  const mark = listMark.exec(text.slice(start, end + 1));
  if (mark !== null && start + mark[0].length === end + 1) return false;
  const word = /[\p{L}]+$/u.exec(text.slice(Math.max(start, at - 6), at))?.[0] ?? '';
  return !(/^\p{Lu}/u.test(word) && abbreviations.has(fold(word)));
}
