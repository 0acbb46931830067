import type { ParagraphKind } from '../model/document-text.js';
import type { TextVocabulary } from '../model/vocabulary/text.js';
import { listMarkOf } from './listMark.js';
import { isName, type PaperMarks, paperMarksOf } from './paperMarks.js';

/** A paragraph as far as its kind can be told from it. */
export interface Unclassified {
  readonly text: string;
  /** What the layout knows: a column of a letterhead or closing block, a table, a note. */
  readonly known?: ParagraphKind;
  /** True or false where the layout is known. */
  readonly centred?: boolean;
}

/** How far a letterhead, a title, a signature can reach, in paragraphs. */
const reach = { letterhead: 14, title: 4, signature: 6, recipients: 30 };

/**
 * The kind of each paragraph, by the words that the decree lays down for each part of a paper. Serves texts with layout
 * and plain texts alike; one document may hold several papers.
 */
export function classifyParagraphs(paragraphs: readonly Unclassified[], vocabulary: TextVocabulary): ParagraphKind[] {
  const marks = paperMarksOf(vocabulary);
  const kinds = paragraphs.map((paragraph): ParagraphKind => paragraph.known ?? 'body');
  const isItem = (text: string) => {
    const mark = listMarkOf(text, vocabulary.partWords);
    return mark !== undefined && mark.kind !== 'letter';
  };
  const context: Context = { paragraphs, kinds, marks, isItem };
  markLetterheads(context);
  markTitles(context);
  markClosings(context);
  return kinds;
}

interface Context {
  readonly paragraphs: readonly Unclassified[];
  readonly kinds: ParagraphKind[];
  readonly marks: PaperMarks;
  readonly isItem: (text: string) => boolean;
}

/** From the agency's name to the last of motto, number, date and subject. */
function markLetterheads({ paragraphs, kinds, marks, isItem }: Context): void {
  const textAt = (index: number) => paragraphs[index]?.text ?? '';
  const isHead = (index: number) =>
    kinds[index] === 'body' &&
    textAt(index).length < 200 &&
    !marks.startsWithType(textAt(index)) &&
    !marks.isSalutation(textAt(index)) &&
    !isItem(textAt(index));
  const isAnchor = (index: number) => {
    const text = textAt(index);
    return (
      marks.isMotto(text) ||
      marks.isNumberLine(text) ||
      (text.length < 90 && marks.isDateLine(text)) ||
      marks.isSubjectLine(text)
    );
  };
  for (let index = 0; index < paragraphs.length; index++) {
    const opens = index === 0 || (kinds[index] === 'body' && marks.isMotto(textAt(index)));
    if (!opens) continue;
    // Agency names stand above the motto where a reader gave the columns one after the other.
    let first = index;
    while (first > 0 && index - first < 3 && isHead(first - 1) && isCapitalLine(textAt(first - 1))) first--;
    let last = -1;
    for (let at = first; at < Math.min(paragraphs.length, first + reach.letterhead); at++) {
      if (kinds[at] === 'letterhead') continue;
      if (!isHead(at)) break;
      if (isAnchor(at)) last = at;
    }
    for (let at = first; at <= last; at++) if (kinds[at] === 'body') kinds[at] = 'letterhead';
    if (last > index) index = last;
  }
}

const isCapitalLine = (text: string) => text === text.toUpperCase() && text.length < 100;

/** The type of paper and the lines of its summary. */
function markTitles({ paragraphs, kinds, marks, isItem }: Context): void {
  for (const [index, { text }] of paragraphs.entries()) {
    const leads = index === 0 || kinds[index - 1] === 'letterhead';
    if (kinds[index] !== 'body' || !(marks.isTypeLine(text) || (leads && marks.startsWithType(text)))) continue;
    kinds[index] = 'title';
    for (let at = index + 1; at < Math.min(paragraphs.length, index + reach.title); at++) {
      const next = paragraphs[at];
      if (next === undefined || kinds[at] !== 'body' || isItem(next.text) || marks.isSalutation(next.text)) break;
      if (!isSummary(next, at - index)) break;
      kinds[at] = 'title';
    }
  }
}

/** Centred lines; without that, the line after the type, and what plainly goes on from it. */
function isSummary({ text, centred }: Unclassified, distance: number): boolean {
  if (text.length > 400 || /[;:]$|\.\/\.$/u.test(text)) return false;
  if (centred === true) return true;
  return distance === 1 ? !/\.$/u.test(text) : /^[\p{Ll}(]/u.test(text) && text.length < 200 && !/\.$/u.test(text);
}

/** Recipients by their list, signers by their office in capitals and a name. */
function markClosings({ paragraphs, kinds, marks }: Context): void {
  for (let index = 0; index < paragraphs.length; index++) {
    const text = paragraphs[index]?.text ?? '';
    if (kinds[index] === 'recipients' && marks.isSigningLine(text)) kinds[index] = 'signature';
    if (kinds[index] !== 'body') continue;
    if (marks.startsRecipients(text)) {
      kinds[index] = 'recipients';
      for (let at = index + 1; at < Math.min(paragraphs.length, index + reach.recipients); at++) {
        const next = paragraphs[at]?.text ?? '';
        if (kinds[at] !== 'body' || !(/^[-–—+*•]/u.test(next) || marks.isRecipientLine(next))) break;
        kinds[at] = 'recipients';
      }
    } else if (marks.isSigningLine(text) && closes(index, { paragraphs, kinds, marks })) {
      kinds[index] = 'signature';
      for (let at = index + 1; at < Math.min(paragraphs.length, index + reach.signature); at++) {
        const next = paragraphs[at]?.text ?? '';
        if (kinds[at] !== 'body' || marks.isAnnexLine(next)) break;
        if (!marks.isSigningLine(next) && !isName(next) && !/^\(.*\)$/u.test(next)) break;
        kinds[at] = 'signature';
      }
    }
  }
}

/** A signer stands after the closing `./.`, beside recipients, or at the end; an office in capitals elsewhere is text. */
function closes(index: number, { paragraphs, kinds, marks }: Pick<Context, 'paragraphs' | 'kinds' | 'marks'>): boolean {
  const near = paragraphs.slice(Math.max(0, index - 2), index);
  if (near.some(({ text }) => /\.\s?\/\s?\.?\s*$/u.test(text))) return true;
  if (['recipients', 'signature'].includes(kinds[index - 1] ?? '')) return true;
  const after = paragraphs.slice(index + 1, index + 5).map(({ text }) => text);
  const name = after.findIndex(isName);
  return name >= 0 && after.slice(0, name).every((text) => marks.isSigningLine(text) || /^\(.*\)$/u.test(text));
}
