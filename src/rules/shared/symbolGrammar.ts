import type { Citation, ReportFacts } from '../../model/facts.js';
import type { Pipeline } from '../../model/pipeline.js';
import type { Vocabulary } from '../../model/vocabulary/index.js';
import { fold } from '../../text/fold.js';

type DocumentType = Vocabulary['citations']['types'][number];

/** A document's symbol in its parts: `KH-BQL`, `CT/TW`, `TTLT-BTNMT-BNV`, `BQL-VP`. */
export interface ParsedSymbol {
  /** `party`: number and type are joined by a hyphen (50-CT/TW); `state`: by a slash (12/KH-STC). */
  readonly form: 'state' | 'party';
  /** Between hyphens and slashes, as printed. */
  readonly groups: readonly string[];
  /** The type's abbreviation that opens it, as the vocabulary spells it. */
  readonly code: string | null;
  readonly slashes: number;
}

interface Grammar {
  readonly codes: ReadonlyMap<string, string>;
  readonly types: ReadonlyMap<string, DocumentType>;
  readonly organs: ReadonlySet<string>;
  readonly families: readonly RegExp[];
  readonly shared: ReadonlySet<string>;
  readonly legislature: RegExp;
}

const grammars = new WeakMap<Vocabulary, Grammar>();

function grammarOf({ vocabulary }: Pick<Pipeline, 'vocabulary'>): Grammar {
  let grammar = grammars.get(vocabulary);
  if (grammar === undefined) {
    const { types, organs } = vocabulary.citations;
    const { legislature, partyCommittees, officeHolders } = vocabulary.symbols;
    grammar = {
      codes: new Map(types.flatMap(({ codes }) => codes).map((code) => [fold(code), code])),
      types: new Map(types.flatMap((type) => [type.name, ...type.also].map((name) => [fold(name), type]))),
      organs: new Set(
        [...organs.national, ...organs.shared, ...organs.other, ...organs.party, ...officeHolders].map(fold),
      ),
      families: organs.families.map((family) => new RegExp(family, 'u')),
      shared: new Set([...organs.shared, ...partyCommittees].map(fold)),
      legislature: new RegExp(`^(${legislature.symbols.map(fold).join('|')})\\d*$`),
    };
    grammars.set(vocabulary, grammar);
  }
  return grammar;
}

/** The symbol of a numbered citation in its parts; null where no symbol is printed. */
export function parseSymbol(
  { full, number, symbol }: Pick<Citation, 'full' | 'number' | 'symbol'>,
  pipeline: Pipeline,
): ParsedSymbol | null {
  if (full === null || number === null || symbol === null) return null;
  const groups = symbol.split(/[-/]/).map((group) => group.trim());
  return {
    form: full.startsWith(`${number}-`) ? 'party' : 'state',
    groups,
    code: grammarOf(pipeline).codes.get(fold(groups[0] ?? '')) ?? null,
    slashes: symbol.split('/').length - 1,
  };
}

/** The type that a printed type word names; null for one that the vocabulary does not know. */
export function documentTypeOf(name: string | null, pipeline: Pipeline): DocumentType | null {
  return name === null ? null : (grammarOf(pipeline).types.get(fold(name)) ?? null);
}

/** True where issuers of several levels sign with the symbol's agency (`UBND`). */
export function isSharedSymbol(symbol: string, pipeline: Pipeline): boolean {
  const { shared, codes } = grammarOf(pipeline);
  const groups = symbol.split(/[-/]/).map((group) => fold(group.trim()));
  const organ = codes.has(groups[0] ?? '') ? groups[1] : groups[0];
  return organ !== undefined && shared.has(organ);
}

/** Agencies' abbreviations that a report itself shows: its own, and those behind a type in any symbol (KH-BQL: BQL). */
export function organsShownBy({ identity, citations }: ReportFacts, pipeline: Pipeline): ReadonlySet<string> {
  const symbols = citations.flatMap((citation) => parseSymbol(citation, pipeline) ?? []);
  const shown = symbols.filter(({ code }) => code !== null).flatMap(({ groups }) => groups.slice(1));
  return new Set([...shown, ...(identity.abbreviation === null ? [] : [identity.abbreviation])].map(fold));
}

/**
 * Whether a type word and a symbol agree by Decree 30/2020 and the Party's rules; `unknown` where type or symbol is not
 * one that they lay down. A type is given the benefit of the doubt where the symbol holds its abbreviation anywhere.
 */
export function fitOfType(
  typeName: string | null,
  { groups, code, form }: ParsedSymbol,
  organsShown: ReadonlySet<string>,
  pipeline: Pipeline,
): 'fits' | 'differs' | 'unknown' {
  const type = documentTypeOf(typeName, pipeline);
  if (type === null) return 'unknown';
  const { legislature, organs, families } = grammarOf(pipeline);
  const { symbols } = pipeline.vocabulary;
  const folded = groups.map(fold);
  const [first = ''] = folded;
  const codes = type.codes.map(fold);
  if (type.letter && codes.length === 0) return 'fits';
  if (legislature.test(first)) return symbols.legislature.types.includes(type.name) ? 'fits' : 'differs';
  if (codes.some((one) => folded.includes(one)) || opensCompound(first, type, code, pipeline)) return 'fits';
  const mayBeOrgan = code !== null && groups.length > 1 && form === 'state' && symbols.homonyms.includes(code);
  if (type.letter) return code === null || mayBeOrgan ? 'fits' : 'differs';
  const { issuedByDecision } = symbols;
  if (code === issuedByDecision.code && issuedByDecision.types.includes(type.name)) return 'fits';
  if (code !== null) return 'differs';
  if (codes.length === 0 || isOfficeHolderAlone(groups, pipeline)) return 'unknown';
  const isOrgan =
    organs.has(first) || organsShown.has(first) || families.some((family) => family.test(groups[0] ?? ''));
  return isOrgan ? 'differs' : 'unknown';
}

/** A code nobody lists that begins with the type's (BCTĐ: báo cáo thẩm định), or that of a kind of the type (TTLT). */
function opensCompound(first: string, type: DocumentType, code: string | null, { vocabulary }: Pipeline): boolean {
  const isOpened = type.codes.map(fold).some((one) => one.length > 1 && first.startsWith(one));
  if (code === null) return isOpened;
  const owners = vocabulary.citations.types.filter(({ codes }) => codes.includes(code));
  return isOpened && owners.some(({ name }) => name.startsWith(`${type.name} `));
}

/** Why a symbol cannot be built by Decree 30/2020 or the Party's rules. */
export type SymbolFault = 'slash-for-hyphen' | 'dot-for-hyphen' | 'office-holder-alone' | 'type-alone' | 'party-form';

/** The fault of a symbol; null where it is well-formed, holds an agency nobody knows, or is a letter without its unit. */
export function faultOfSymbol(
  typeName: string | null,
  { form, groups, code, slashes }: ParsedSymbol,
  pipeline: Pipeline,
): SymbolFault | null {
  const { organsWithSlash, partyCommittees } = pipeline.vocabulary.symbols;
  // Half a symbol is what reading left of it.
  if (groups.some((group) => group === '')) return null;
  if (form === 'party') return code !== null && slashes !== 1 ? 'party-form' : null;
  const committees = partyCommittees.map(fold);
  if (code !== null && groups.length > 1 && committees.includes(fold(groups.at(-1) ?? ''))) return 'party-form';
  const namedWithSlash = groups.some((group) => organsWithSlash.some((organ) => fold(group).startsWith(fold(organ))));
  if (slashes > 0 && !namedWithSlash) return 'slash-for-hyphen';
  if (isOfficeHolderAlone(groups, pipeline)) return 'office-holder-alone';
  // `QĐ.STC`; within an agency's own part (`TTCP-C.IV`) a dot is in order.
  const [opening = '', ...behind] = (groups[0] ?? '').split('.');
  const ownCodes = documentTypeOf(typeName, pipeline)?.codes.map(fold) ?? [];
  if (behind.length > 0 && ownCodes.includes(fold(opening))) return 'dot-for-hyphen';
  const isTypeAlone = groups.length === 1 && code !== null;
  return isTypeAlone && (documentTypeOf(typeName, pipeline)?.codes.includes(code) ?? false) ? 'type-alone' : null;
}

function isOfficeHolderAlone(groups: readonly string[], pipeline: Pipeline): boolean {
  const [only = ''] = groups;
  return groups.length === 1 && pipeline.vocabulary.symbols.officeHolders.map(fold).includes(fold(only));
}

/** True where a document is dated before the form of numbers and symbols was laid down. */
export function isOlderThanForm({ date }: Pick<Citation, 'date'>, { vocabulary }: Pipeline): boolean {
  return date !== null && date < vocabulary.symbols.formSince;
}

/** Two type words that name one type: `Luật` covers `Bộ luật`, a word for any document fits all. */
export function isSameType(one: string, other: string, pipeline: Pipeline): boolean {
  const types = [documentTypeOf(one, pipeline), documentTypeOf(other, pipeline)];
  if (types.some((type) => type?.letter === true && type.codes.length === 0)) return true;
  const [left, right] = [types[0]?.name ?? one, types[1]?.name ?? other].map(fold) as [string, string];
  return left === right || left.endsWith(` ${right}`) || right.endsWith(` ${left}`);
}
