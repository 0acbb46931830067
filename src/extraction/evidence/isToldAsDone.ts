import type { Span } from '../../model/document-text.js';
import type { Stretch } from '../figures/Stretch.js';
import type { EvidenceLexicon } from './lexicon.js';

/** How far before a number, in characters, words of its clause are looked for. */
const reach = 200;

/** Whether the words around an amount tell it as done: no schedule, no intention, no denial. Its offsets count from the clause's start. */
export function isToldAsDone(clause: Stretch, { start, end }: Span, lexicon: EvidenceLexicon): boolean {
  const before = clause.folded.slice(Math.max(0, start - reach), start);
  const near = before.slice(before.lastIndexOf(',') + 1);
  const printed = clause.document.text.slice(clause.start + start - near.length, clause.start + start);
  const behind = clause.document.text.slice(clause.start + end, clause.start + clause.folded.length);
  if (lexicon.rateBehind.test(behind)) return false;
  if (lexicon.intention.test(near) || lexicon.scheduleBefore.test(printed)) return false;
  return near.search(lexicon.denials) === -1 && near.search(lexicon.lacks) === -1;
}
