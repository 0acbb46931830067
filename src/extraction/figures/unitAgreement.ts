import type { Unit } from './lexicon.js';
import type { Amount } from './numberTokens.js';
import type { Binding } from './percentagePatterns.js';
import type { Stretch } from './Stretch.js';
import { sign } from './sign.js';

/** True where both numbers count the same thing, as far as the words say. */
export function sameKind(stretch: Stretch, part: Amount, whole: Amount, binding: Binding): boolean {
  const [left, right] = [unitOf(stretch, part), unitOf(stretch, whole)];
  if (left !== undefined && right !== undefined) return left.group === right.group;
  if (binding === 'bound') return true;
  const [partNoun, wholeNoun] = [nounsBehind(stretch, part), nounsBehind(stretch, whole)];
  if (partNoun !== '' && wholeNoun !== '') return partNoun === wholeNoun;
  return partNoun === '' && (right !== undefined || wholeNoun !== '');
}

/** The unit behind the number, else the one that it is the number of: `số hồ sơ tiếp nhận: 293`. */
export function unitOf(stretch: Stretch, amount: Amount): Unit | undefined {
  if (amount.unit !== undefined) return amount.unit;
  const before = stretch.masked.slice(Math.max(0, amount.start - 80), amount.start);
  const clause = before.slice(
    Math.max(...[',', ';', '(', ...Object.values(sign)].map((mark) => before.lastIndexOf(mark))) + 1,
  );
  const named = /(?<![a-z])so\s+(?:luong\s+)?/.exec(clause);
  if (named === null) return undefined;
  return unitAt(stretch, amount.start - clause.length + named.index + named[0].length);
}

/** The unit of which a percentage is taken: `100% hồ sơ`. */
export function nounBehind(stretch: Stretch, at: number): Unit | undefined {
  return unitAt(stretch, at);
}

function unitAt({ lexicon, folded }: Stretch, at: number): Unit | undefined {
  lexicon.unit.lastIndex = at;
  const form = lexicon.unit.exec(folded)?.groups?.unit;
  return form === undefined ? undefined : lexicon.unitOf(form);
}

/** The two words behind the number, where it has no known unit; empty at the end of the clause. */
function nounsBehind({ folded }: Stretch, amount: Amount): string {
  return /^\s+([a-z]+(?:\s+[a-z]+)?)/.exec(folded.slice(amount.end))?.[1] ?? '';
}
