import type { Span } from '../../model/document-text.js';
import type { IdentityVocabulary } from '../../model/vocabulary/identity.js';
import { fold } from '../../text/fold.js';
import { alternatives } from '../alternatives.js';
import type { Segment } from './headAndTail.js';
import { inCapitals } from './normalCase.js';

/** Who signs, or what is known of the place where the name should stand. */
export interface Signer {
  /** Null where a title is printed and no name could be read under it. */
  readonly signer: { readonly role: string; readonly name: string } | null;
  readonly span: Span;
}

interface Patterns {
  /** In the folded text of capitals: where a signing mark or a position starts. */
  readonly role: RegExp;
  readonly position: RegExp;
  readonly recipients: RegExp;
  readonly stamp: RegExp;
  readonly familyNames: ReadonlySet<string>;
  readonly foldedFamilyNames: ReadonlySet<string>;
  readonly titles: ReadonlySet<string>;
}

const memo = new WeakMap<IdentityVocabulary, Patterns>();

function patternsOf(vocabulary: IdentityVocabulary): Patterns {
  let patterns = memo.get(vocabulary);
  if (patterns === undefined) {
    const positions = alternatives(vocabulary.positions);
    patterns = {
      role: new RegExp(`(?:${alternatives(vocabulary.signingMarks)}(?:\\s*\\.|(?<=/[a-z]))|(?:pho\\s+)?${positions})`),
      position: new RegExp(`^(?:pho\\s+|quyen\\s+)?${positions}`),
      recipients: new RegExp(`^${alternatives(vocabulary.recipients)}\\s*[:;]?`),
      stamp: new RegExp(
        `${alternatives(vocabulary.stampSigner)}\\s*:?\\s*(?<name>\\S.*?)(?=\\s*${alternatives(vocabulary.stampEnd)}|$)`,
        'd',
      ),
      familyNames: new Set(vocabulary.familyNames),
      foldedFamilyNames: new Set(vocabulary.familyNames.map(fold)),
      titles: new Set(vocabulary.academicTitles.map((title) => fold(title).replace(/\s/g, ''))),
    };
    memo.set(vocabulary, patterns);
  }
  return patterns;
}

interface Piece extends Span {
  readonly text: string;
}

/**
 * The signer below the closing sentence: titles in capitals (`KT. GIÁM ĐỐC` / `PHÓ GIÁM ĐỐC`) with a name under or beside
 * them, or the signer named in the printed picture of a digital signature. Null where nothing of the kind stands there.
 */
export function findSigner(tail: readonly Segment[], vocabulary: IdentityVocabulary): Signer | null {
  const patterns = patternsOf(vocabulary);
  const roles: Piece[] = [];
  for (const [index, segment] of tail.entries()) {
    const role = roleIn(segment, patterns);
    if (role === null) continue;
    roles.push(role);
    const beside = nameIn(segment, role.end, patterns);
    if (beside !== null) return signed(roles, beside);
    if (tail.slice(index + 1, index + 3).some((next) => roleIn(next, patterns) !== null)) continue;
    const below = tail.slice(index + 1).map((next) => nameIn(next, next.start, patterns));
    const name = below.find((one) => one?.certain) ?? below.find((one) => one !== null);
    if (name !== undefined && name !== null) return signed(roles, name);
    break;
  }
  const stamped = stampedSigner(tail, patterns);
  if (stamped !== null) return stamped;
  const [firstRole] = roles;
  const lastRole = roles.at(-1);
  if (firstRole !== undefined && lastRole !== undefined)
    return { signer: null, span: { start: firstRole.start, end: lastRole.end } };
  return nameAlone(tail, patterns);
}

function signed(roles: readonly Piece[], name: Piece): Signer {
  const role = roles.map(({ text }) => text).join(' ');
  const start = Math.min(name.start, roles[0]?.start ?? name.start);
  return { signer: { role, name: name.text }, span: { start, end: Math.max(name.end, roles.at(-1)?.end ?? name.end) } };
}

/** The run of capitals at a segment's end (recipients may stand before it) from its first signing mark or position. */
function roleIn(segment: Segment, patterns: Patterns): Piece | null {
  const { text, folded } = segment;
  const match = patterns.role.exec(folded);
  if (match === null) return null;
  if (patterns.position.exec(folded)?.[0].length === folded.length)
    return { start: segment.start, end: segment.end, text };
  for (const start of [...folded.matchAll(new RegExp(patterns.role, 'g'))].map((one) => one.index)) {
    const run = /^(?:[^\p{L}\s]|\p{Lu}|\s+(?=[^\p{L}\s]*\p{Lu}{2}|[^\p{L}\s]+(?:\s|$)|\p{Lu}[./]))+/u.exec(
      text.slice(start),
    );
    const words = run?.[0].trim().replace(/[\s,;:]+$/, '') ?? '';
    if (words.length < 3 || !inCapitals(words)) continue;
    return { start: segment.start + start, end: segment.start + start + words.length, text: words };
  }
  return null;
}

const nameWord = String.raw`(?:\p{Lu}\p{Ll}{0,6}|\p{Lu}{2,7})`;
const wholeName = new RegExp(
  `^(?<titles>(?:\\p{L}{1,8}\\.{1,2}\\s*)*)(?<name>${nameWord}(?:\\s+${nameWord}){1,5})$`,
  'u',
);

/** A name that is the rest of a line from `from` on, or stands behind the end of a recipient's line. */
function nameIn(segment: Segment, from: number, patterns: Patterns): (Piece & { readonly certain: boolean }) | null {
  const rest = segment.text.slice(from - segment.start).replace(/^[\s:;,.]+/, '');
  if (patterns.recipients.test(fold(rest))) return null;
  const line = /^[-+*•–]/.test(rest) ? (/[;.]\s+(?<last>[^;]+)$/u.exec(rest)?.groups?.last ?? '') : rest;
  const match = wholeName.exec(line.replace(/[\s.;,]+$/, ''));
  const name = match?.groups?.name;
  if (name === undefined || patterns.role.test(fold(name))) return null;
  const titles = (match?.groups?.titles ?? '').split(/[.\s]+/).filter((title) => title !== '');
  if (!titles.every((title) => patterns.titles.has(fold(title)))) return null;
  const family = (name.split(/\s+/)[0] ?? '').toLowerCase();
  const certain = patterns.foldedFamilyNames.has(fold(family));
  // In capitals only a family name as it is written: `TỔNG CỘNG` is no Tống.
  if (inCapitals(name) && !patterns.familyNames.has(family)) return null;
  const at = segment.text.lastIndexOf(name);
  const start = segment.start + at;
  return { start, end: start + name.length, text: name.replace(/\s+/g, ' '), certain };
}

function stampedSigner(tail: readonly Segment[], patterns: Patterns): Signer | null {
  for (const segment of tail) {
    const [from, to] = patterns.stamp.exec(segment.folded)?.indices?.groups?.name ?? [];
    if (from === undefined || to === undefined) continue;
    const name = segment.text.slice(from, to).replace(/[\s.,;:]+$/, '');
    if (/\p{L}{2}/u.test(name))
      return { signer: { role: '', name }, span: { start: segment.start, end: segment.start + to } };
  }
  return null;
}

/** A name whose title was lost: only where its family name bears witness and it stands alone on its line. */
function nameAlone(tail: readonly Segment[], patterns: Patterns): Signer | null {
  for (const segment of tail) {
    const name = segment.kind === 'table-row' ? null : nameIn(segment, segment.start, patterns);
    if (name?.certain && name.text.length === segment.text.length)
      return { signer: { role: '', name: name.text }, span: { start: name.start, end: name.end } };
  }
  const block = tail.find((segment) => segment.kind === 'signature');
  return block === undefined ? null : { signer: null, span: { start: block.start, end: block.end } };
}
