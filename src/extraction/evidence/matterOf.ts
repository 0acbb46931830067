import type { Matter } from '../../model/facts.js';
import type { EvidenceLexicon } from './lexicon.js';

/**
 * What a folded text is about: the matter that it names first, but what a violation is said to be of where that is named
 * (`vi phạm về xung đột lợi ích`). `phòng, chống tham nhũng` is the work, not a finding.
 */
export function matterOf(folded: string, lexicon: EvidenceLexicon): Matter {
  const text = withoutWork(folded, lexicon);
  const first = firstIn(text, lexicon);
  if (first?.matter !== 'violation') return first?.matter ?? null;
  const object = /^[^,;.:]{0,60}/.exec(text.slice(first.end))?.[0] ?? '';
  const named = firstIn(object, lexicon)?.matter;
  return named === undefined || named === 'petition' ? first.matter : named;
}

/** The text with the name of the work and look-alikes of matters (`đơn vị`) blanked, at its length. */
export function withoutWork(folded: string, { notMatters }: EvidenceLexicon): string {
  return folded.replace(notMatters, (name) => ' '.repeat(name.length));
}

function firstIn(
  text: string,
  { matters }: EvidenceLexicon,
): { readonly matter: string; readonly end: number } | undefined {
  const found = [...matters].flatMap(([matter, pattern]) => {
    const match = pattern.exec(text);
    return match === null ? [] : [{ matter, at: match.index, end: match.index + match[0].length }];
  });
  return found.sort((left, right) => left.at - right.at)[0];
}
