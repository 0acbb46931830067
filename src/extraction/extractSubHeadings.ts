import { type DocumentText, type Paragraph, textOf } from '../model/document-text.js';
import type { Section, SubHeading } from '../model/facts.js';
import { fold } from '../text/fold.js';
import { foldedOf } from '../text/foldedText.js';
import type { ExtractionInput } from './input.js';
import { saidIn } from './saidIn.js';
import { type HeadingItem, isCovered, itemsOf } from './subheadings/itemsOf.js';
import { type SubHeadingLexicon, subHeadingLexiconOf } from './subheadings/lexicon.js';

/** Above this a bullet is a statement that lost its full stop. */
const longestHeading = 300;

interface Line {
  readonly paragraph: Paragraph;
  /** The sign of a bullet, `a` for any letter or numeral in brackets; null for none. */
  readonly mark: string | null;
  /** Where the words behind the mark begin, in the document. */
  readonly start: number;
  readonly printed: string;
  readonly folded: string;
}

/** Bullets that head the text below them, and whether each item they name has text. */
export function extractSubHeadings(input: ExtractionInput): readonly SubHeading[] {
  const lexicon = subHeadingLexiconOf(input.pipeline.vocabulary.evidence.subHeadings);
  const paragraphs = saidIn(input).filter(({ kind }) => kind === 'body');
  return input.sections.flatMap((section) => {
    const lines = paragraphs
      .filter((paragraph) => isOwn(paragraph, section, input.sections))
      .map((paragraph) => lineOf(input.text, paragraph))
      .filter((line) => !isScore(line));
    return headingsIn(lines, section.path, lexicon);
  });
}

function headingsIn(lines: readonly Line[], section: string, lexicon: SubHeadingLexicon): readonly SubHeading[] {
  const found = lines.flatMap((line, index) => {
    if (!isHeading(line, lexicon)) return [];
    const next = lines.findIndex((other, at) => at > index && other.mark === line.mark);
    return [{ line, below: lines.slice(index + 1, next === -1 ? undefined : next) }];
  });
  return found.flatMap(({ line, below }): SubHeading[] => {
    const isSingle = itemsOf(line.printed, lexicon).length === 1;
    // Bullets one below another are a list, unless others of their kind are seen to be headings.
    const hasSibling = found.some(
      (other) => other.line !== line && other.line.mark === line.mark && other.below.length > 0,
    );
    if (below.length === 0 && (!hasSibling || (isSingle && !isSurelyHeading(line, lexicon)))) return [];
    const said = below.map(({ folded }) => folded).join(' ');
    const covered = (item: HeadingItem) => below.length > 0 && (isSingle || isCovered(item, said, lexicon));
    return [
      {
        span: { start: line.paragraph.start, end: line.paragraph.end },
        section,
        items: itemsOf(line.printed, lexicon).map((item) => ({
          name: line.printed.slice(item.start, item.end),
          span: { start: line.start + item.start, end: line.start + item.end },
          covered: covered(item),
        })),
      },
    ];
  });
}

/** A bullet that opens with the noun of a heading and does not end as a statement does. */
function isHeading({ mark, printed, folded }: Line, lexicon: SubHeadingLexicon): boolean {
  return (
    mark !== null &&
    printed.length <= longestHeading &&
    lexicon.opener.test(folded) &&
    /[^.;,!…]\s*$/.test(printed) &&
    !/\.\s+\p{Lu}/u.test(printed)
  );
}

function isSurelyHeading({ folded }: Line, lexicon: SubHeadingLexicon): boolean {
  return /:\s*$/.test(folded) || !lexicon.verb.test(folded);
}

function isOwn(paragraph: Paragraph, section: Section, sections: readonly Section[]): boolean {
  if (paragraph.start < section.heading.end || paragraph.start >= section.span.end) return false;
  return !sections.some(
    (other) =>
      other.span.start > section.span.start && other.span.start <= paragraph.start && paragraph.start < other.span.end,
  );
}

function lineOf(text: DocumentText, paragraph: Paragraph): Line {
  const whole = textOf(text, paragraph);
  const bullet = /^\s*([-+*•●○▪■□◦–—−➢►✓]|[a-zđ]\)|\([a-z0-9]{1,4}\))\s*/iu.exec(whole);
  const mark = bullet?.[1] === undefined ? null : fold(bullet[1]).replace(/[a-z0-9]+/, 'a');
  const words = { start: paragraph.start + (bullet?.[0].length ?? 0), end: paragraph.end };
  return { paragraph, mark, start: words.start, printed: textOf(text, words), folded: foldedOf(text, words) };
}

/** `Tự đánh giá đạt: 27/27 điểm` is no text under a heading. */
function isScore({ folded }: Line): boolean {
  return folded.length < 120 && /\d\s*diem|diem[^.]{0,40}\d/.test(folded);
}
