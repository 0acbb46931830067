import type { Placed } from './findBreakdowns.js';

/** A printed part runs from comma to comma, or to the word that leads to the last. */
const separator = /[,;:()]|(?<!\p{L})(?:và|trong đó|gồm)(?!\p{L})/giu;

/**
 * True where the parts are all the kinds that there are, each told once: `nam 200 người, nữ 212 người`, `08 cuộc theo kế hoạch
 * và 04 cuộc đột xuất`. They must then add up, however the list is opened. Matched as printed: without diacritics `nam` is `năm`.
 */
export function isPartition(parts: readonly Placed[], partitions: readonly (readonly string[])[]): boolean {
  const labels = parts.map(labelOf);
  return partitions.some(
    (kinds) =>
      kinds.length === labels.length &&
      kinds.every((kind) => labels.filter((label) => names(label, kind)).length === 1) &&
      labels.every((label) => kinds.filter((kind) => names(label, kind)).length === 1),
  );
}

function names(label: string, kind: string): boolean {
  return kind.split('|').some((word) => ` ${label} `.includes(` ${word} `));
}

/** The words around a part's number. */
function labelOf({ stretch, number }: Placed): string {
  const printed = stretch.document.text.slice(stretch.start, stretch.start + stretch.folded.length).toLowerCase();
  const stops = [...printed.matchAll(separator)];
  // `nam: 200 người`: the colon stands between the label and its number.
  const leads = ({ index }: RegExpExecArray) =>
    printed[index] === ':' && printed.slice(index + 1, number.start).trim() === '';
  const before = stops.findLast((stop) => stop.index < number.start && !leads(stop));
  const after = stops.find(({ index }) => index >= number.end);
  const start = before === undefined ? 0 : before.index + before[0].length;
  return printed
    .slice(start, after?.index)
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
}
