import { listMarkOf } from './listMark.js';

/** Lines of one column differ by this much, for letters differ in width. */
const fullLine = 0.9;
/** Place of the usual full line among all of a page's, by length. */
const usual = 0.8;

/**
 * Printed lines as paragraphs, a line each, where their places are not known: a line goes on in the next one where the
 * next one's first word had no more room in it, or where that one starts with a small letter. Marks of lists and rows of
 * tables start a line of their own.
 * @param partWords words before a part's number (`Phần`, `Chương`)
 */
export function joinLines(text: string, partWords: readonly string[]): string {
  const lines = text.split('\n');
  const lengths = lines.map(({ length }) => length).sort((one, other) => one - other);
  const full = (lengths[Math.ceil((lengths.length - 1) * usual)] ?? 0) * fullLine;
  const isApart = (line: string) => line === '' || line.includes('\t');
  const paragraphs: string[] = [];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const goesOn =
      before !== undefined &&
      !isApart(before) &&
      !isApart(line) &&
      listMarkOf(line, partWords) === undefined &&
      (before.length + 1 + (line.split(' ', 1)[0] ?? '').length >= full || /^\p{Ll}/u.test(line));
    if (goesOn) paragraphs.push(`${paragraphs.pop() ?? ''} ${line}`);
    else paragraphs.push(line);
  }
  return paragraphs.join('\n');
}
