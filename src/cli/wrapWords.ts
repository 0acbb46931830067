/**
 * Breaks each line of a text at spaces, and words longer than a line, into lines of at most `width` characters. NFC
 * Vietnamese takes one column a character.
 */
export function wrapWords(text: string, width: number): string {
  return text
    .split('\n')
    .flatMap((line) => wrapLine(line, width))
    .join('\n');
}

function wrapLine(line: string, width: number): readonly string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(' ')) {
    if (current !== '' && current.length + 1 + word.length <= width) {
      current += ` ${word}`;
      continue;
    }
    if (current !== '') lines.push(current);
    const pieces = word.match(new RegExp(`.{1,${width}}`, 'gsu')) ?? [''];
    lines.push(...pieces.slice(0, -1));
    current = pieces.at(-1) ?? '';
  }
  return [...lines, current];
}
