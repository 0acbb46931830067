import type { Identity, Provenance } from '../../model/facts.js';
import { fold } from '../../text/fold.js';
import { fitsAbbreviation } from '../identity/abbreviation.js';
import type { Lexicon } from './lexicon.js';
import type { Mention } from './mention.js';
import { readNumber } from './readNumber.js';
import type { Group } from './readSymbol.js';
import { sourceOf } from './source.js';

/** The organ that a symbol names: behind the type code, else in front (`SYT-VP`). */
export function organOf(groups: readonly Group[], lexicon: Lexicon): string | null {
  const [first, second] = groups;
  if (first === undefined) return null;
  if (!lexicon.typeCodes.has(first.code)) return first.code;
  return second?.code ?? null;
}

/** The agency's code as its own number shows it, else as its name's initials do, else the one most of the plans and decisions bear. */
export function ownCodeOf(identity: Identity, mentions: readonly Mention[], lexicon: Lexicon): string | null {
  if (identity.abbreviation !== null) return identity.abbreviation;
  if (identity.number !== null) {
    const number = readNumber(sourceOf(identity.number), 0, { type: true, numberWord: true }, lexicon);
    const organ = number === null ? null : organOf(number.groups, lexicon);
    if (organ !== null) return organ;
  }
  const counts = new Map<string, number>();
  for (const { type, year, groups } of mentions) {
    const organ = organOf(groups, lexicon);
    if (organ === null || year !== null || type?.law === true || lexicon.partyOrgans.has(organ)) continue;
    if (lexicon.vocabulary.organs.national.includes(organ)) continue;
    counts.set(organ, (counts.get(organ) ?? 0) + 1);
  }
  // A code seen once that nobody knows may be a misread one.
  const observed = [...counts]
    .filter(([code, count]) => count > 1 || lexicon.organs.has(code))
    .sort((left, right) => right[1] - left[1])
    .map(([code]) => code);
  const { agency } = identity;
  const byName = agency === null ? undefined : observed.find((code) => fitsAbbreviation(code, agency));
  return byName ?? observed[0] ?? null;
}

export interface ProvenanceQuestion {
  readonly mention: Mention;
  readonly groups: readonly Group[];
  /** Who issued it, in the report's words. */
  readonly issuer: string | null;
  readonly carriedOut: boolean;
  readonly ownCode: string | null;
  readonly identity: Identity;
  readonly lexicon: Lexicon;
}

/** Whose document it is, seen from the reporting agency. */
export function provenanceOf(question: ProvenanceQuestion): Provenance {
  const { mention, groups, issuer, ownCode, identity, lexicon } = question;
  if (mention.kind === 'named' || mention.type?.law === true) return 'law';
  const organ = organOf(groups, lexicon);
  const partyForm = mention.mark === '-' && mention.marks[0] === '/';
  // A Party committee reports too: what bears its own code is its own, unless it carries the paper out.
  if (partyForm && organ !== null && organ === ownCode && !question.carriedOut) return 'own';
  if (partyForm || (organ !== null && lexicon.partyOrgans.has(organ))) return 'party';
  if (groups.some(({ code }) => /^(QH|UBTVQH)\d/.test(code)) || (mention.year !== null && groups.length > 0))
    return 'law';
  const self = issuer === null ? null : isSelf(issuer, identity.agency);
  if (organ === null) return self === null ? 'unknown' : self ? 'own' : 'other';
  if (ownCode === null) return self === null ? 'unknown' : self ? 'own' : 'other';
  if (organ !== ownCode) return isOwnUnit(organ, lexicon) && self !== false && !question.carriedOut ? 'own' : 'other';
  const shared = lexicon.sharedOrgans.has(organ);
  // Its head, council or office signs with the agency's code; the same code may be that of another province's department.
  if (self === false) return shared || isSameKind(issuer, identity.agency) ? 'other' : 'own';
  if (self === true) return 'own';
  return shared && question.carriedOut ? 'other' : 'own';
}

/** `Sở Y tế tỉnh Thái Bình` beside `Sở Y tế Hải Phòng`; `Hội đồng trường` beside `Trường Cao đẳng …` is none. */
function isSameKind(issuer: string | null, agency: string | null): boolean {
  const kindOf = (name: string | null) => plainName(name ?? '').split(' ')[0];
  return kindOf(issuer) === kindOf(agency);
}

/** `372/TB-VP`: a unit of the agency that signs with its own code. Codes that agencies bear too (TTr) tell nothing. */
function isOwnUnit(organ: string, lexicon: Lexicon): boolean {
  return lexicon.units.has(organ) && !lexicon.sharedOrgans.has(organ);
}

/**
 * Whether an issuer's name means the agency itself: one name holds the other (`Ban Quản lý`, `Giám đốc Sở Y tế`).
 * Null where the name fits any agency of its kind (`UBND`, `Chủ tịch`).
 */
function isSelf(issuer: string, agency: string | null): boolean | null {
  const named = plainName(issuer);
  if (named === '' || named === 'ubnd' || named === 'hdnd' || agency === null) return null;
  const own = plainName(agency);
  return own.includes(named) || named.includes(own);
}

function plainName(name: string): string {
  return fold(name)
    .replace(/\s+/g, ' ')
    .replace(/uy ban nhan dan/g, 'ubnd')
    .replace(/hoi dong nhan dan/g, 'hdnd')
    .replace(
      /^(?:(?:pho )?(?:tong )?(?:giam doc|chu tich|truong ban|cuc truong|chanh van phong|vien truong|hieu truong)|lanh dao)(?= |$)/,
      '',
    )
    .replace(/\b(?:thanh pho|tp\.?|tinh)\b/g, 'thanh pho')
    .trim();
}
