import { type DocumentText, type Paragraph, textOf } from '../model/document-text.js';
import type { Section, SubHeading } from '../model/facts.js';
import { leafSectionAt } from '../model/sectionsAt.js';
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
  const bySection = new Map<Section, Line[]>(input.sections.map((section) => [section, []]));
  for (const paragraph of saidIn(input)) {
    const section = leafSectionAt(input.sections, paragraph.start);
    if (section === undefined || paragraph.kind !== 'body' || paragraph.start < section.heading.end) continue;
    const line = lineOf(input.text, paragraph);
    if (!isScore(line)) bySection.get(section)?.push(line);
  }
  return [...bySection].flatMap(([section, lines]) => headingsIn(lines, section.path, lexicon));
}

function headingsIn(lines: readonly Line[], section: string, lexicon: SubHeadingLexicon): readonly SubHeading[] {
  const bullets = withTextBelow(lines);
  const isSibling = ({ line, below }: Bullet) =>
    below.length > 0 && (isHeading(line, lexicon) || /:\s*$/.test(line.printed));
  const heading = new Set(bullets.filter(isSibling).map(({ line }) => line.mark));
  return bullets.flatMap(({ line, below }): SubHeading[] => {
    if (!isHeading(line, lexicon)) return [];
    const isSingle = itemsOf(line.printed, lexicon).length === 1;
    // Bullets one below another are a list, unless others of their kind are seen to be headings.
    const hasSibling = heading.has(line.mark);
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

interface Bullet {
  readonly line: Line;
  /** Up to the next bullet of its mark. */
  readonly below: readonly Line[];
}

/** Each bullet with what stands below it, in the order of the text. */
function withTextBelow(lines: readonly Line[]): readonly Bullet[] {
  const ends = new Map<string, number>();
  return lines
    .map((line, index) => ({ line, index }))
    .reverse()
    .flatMap(({ line, index }): Bullet[] => {
      if (line.mark === null) return [];
      const below = lines.slice(index + 1, ends.get(line.mark));
      ends.set(line.mark, index);
      return [{ line, below }];
    })
    .reverse();
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
