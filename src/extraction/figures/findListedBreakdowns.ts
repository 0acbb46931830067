import type { DocumentText, Paragraph } from '../../model/document-text.js';
import type { Breakdown } from '../../model/facts.js';
import type { Said } from '../said.js';
import { breakdownOf, endsWithMarker, type Placed, totalOf } from './findBreakdowns.js';
import type { Lexicon } from './lexicon.js';
import type { NumberToken } from './numberTokens.js';
import { type Stretch, stretchOf } from './Stretch.js';

const bullet = /^\s*(?:[-+*•●○▪■□◦–—−➢►✓]|[a-zđ]\)|\([a-z0-9]+\))\s*/iu;

/** `Tiếp nhận tổng số 12 đơn, trong đó:` with its parts as bullets in the paragraphs below. */
export function findListedBreakdowns(
  text: DocumentText,
  said: readonly Said[],
  lexicon: Lexicon,
  doubtfulConfidence: number,
): readonly Breakdown[] {
  return said.flatMap(({ paragraph, sentences }, index) => {
    if (!text.text.slice(paragraph.start, paragraph.end).trimEnd().endsWith(':')) return [];
    const stretch = sentences.at(-1);
    const marker = stretch === undefined ? undefined : endsWithMarker(stretch);
    if (stretch === undefined || marker === undefined) return [];
    const items = itemsBelow(text.text, said, index).map((item) => firstOf(stretchOf(text, item, lexicon)));
    const parts = items.filter((item) => item !== undefined);
    const total = totalOf(
      stretch,
      parts.map(({ number }) => number),
      marker.start,
    );
    if (total === undefined || parts.length < 2) return [];
    const unclear = parts.length < items.length || parts.some(({ single }) => !single);
    const grammar = { namesAll: marker.closed, closed: true, open: marker.open, unclear, beyond: [] };
    return [breakdownOf({ stretch, number: total }, parts, grammar, doubtfulConfidence, [])];
  });
}

/** The bullets below, of one sort and of another than the paragraph's own; without such a sign, up to a full stop. */
function itemsBelow(text: string, said: readonly Said[], head: number): readonly Paragraph[] {
  const markAt = (index: number) => {
    const paragraph = said[index]?.paragraph;
    const mark =
      paragraph === undefined ? undefined : bullet.exec(text.slice(paragraph.start, paragraph.end))?.[0].trim();
    return mark === undefined ? undefined : mark.replace(/[a-zđ0-9]+/iu, 'a');
  };
  const own = markAt(head);
  const items: Paragraph[] = [];
  const sort = markAt(head + 1);
  if (sort === undefined) return [];
  for (let index = head + 1; markAt(index) === sort; index++) {
    const paragraph = said[index]?.paragraph;
    if (paragraph === undefined) break;
    const previous = items.at(-1);
    items.push(paragraph);
    const isListed =
      own === sort || (previous !== undefined && /[;,]\s*$/.test(text.slice(previous.start, previous.end)));
    if (isListed && /\.\s*$/.test(text.slice(paragraph.start, paragraph.end))) break;
  }
  return items;
}

/** An item's amount: its first number, and whether it is the only one of its kind. */
function firstOf(stretch: Stretch): (Placed & { readonly single: boolean }) | undefined {
  const head = stretch.masked.split(stretch.lexicon.breakdown.marker)[0] ?? '';
  const numbers = stretch.tokens.filter(
    (token): token is NumberToken => token.kind === 'number' && token.end <= head.length,
  );
  const [number] = numbers;
  if (number === undefined) return undefined;
  // Without a unit, only a number that the item begins or ends a label with is its amount: `Đơn tố cáo: 4`.
  if (number.unit === undefined && !/(?:^[^a-z0-9]*|[:=]\s*)$/.test(head.slice(0, number.start))) return undefined;
  const alike = numbers.filter(({ unit }) => unit?.group === number.unit?.group);
  return { stretch, number, single: alike.length === 1 };
}
