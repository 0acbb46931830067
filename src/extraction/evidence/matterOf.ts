import type { Matter } from '../../model/facts.js';
import type { EvidenceLexicon } from './lexicon.js';

/** What a folded text is about: the matter that it names first. `phòng, chống tham nhũng` is the work, not a finding. */
export function matterOf(folded: string, lexicon: EvidenceLexicon): Matter {
  const text = folded.replace(lexicon.notMatters, (name) => ' '.repeat(name.length));
  let first: { readonly matter: string; readonly at: number } | undefined;
  for (const [matter, pattern] of lexicon.matters) {
    const at = pattern.exec(text)?.index;
    if (at !== undefined && (first === undefined || at < first.at)) first = { matter, at };
  }
  return first?.matter ?? null;
}
