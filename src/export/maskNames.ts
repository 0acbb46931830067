import type { SoatDocument } from '../model/document.js';

/** What stands in the place of a name. */
export const mask = '[đã che tên]';

/** Words before a person's name; upper and lower case count, for names are told by theirs. */
const address = ['[Ôô]ng', 'ÔNG', '[Bb]à', 'BÀ', '[Aa]nh', '[Cc]hị', '[Đđ]ồng chí', 'ĐỒNG CHÍ', '[Đđ]/[Cc]'];

/** Two to five capitalised words behind a word of address. */
const addressed = new RegExp(
  `(?<=(?<!\\p{L})(?:${address.join('|')})(?:\\s*:\\s*|\\s+(?:\\((?:bà|ông)\\)\\s*:?\\s*)?))\\p{Lu}\\p{L}*(?:\\s+\\p{Lu}\\p{L}*){1,4}`,
  'gu',
);

/**
 * Names that the records hold as names: signers of the report and of other papers, holders of digital signatures. An
 * agency that signs in its own name is no person.
 */
export function namesOf({ report, papers }: SoatDocument): readonly string[] {
  const agencies = new Set([report.agency, ...report.signatures.map(({ organisation }) => organisation)].map(sameCase));
  const signers = [report.signer, ...papers.map(({ signer }) => signer)].flatMap((signer) => signer?.name ?? []);
  const holders = report.signatures.map(({ signer }) => signer).filter((holder) => !agencies.has(sameCase(holder)));
  return [...signers, ...holders].filter((name) => /\s/.test(name.trim()));
}

function sameCase(name: string | null): string {
  return name?.trim().toLocaleLowerCase('vi') ?? '';
}

/** Masks names in texts: those given, in any case, and those behind a word of address. */
export function maskNames(names: ReadonlySet<string>): (text: string) => string {
  const known = [...names]
    .sort((left, right) => right.length - left.length)
    .map((name) => name.trim().split(/\s+/).map(literal).join('\\s+'));
  const pattern = known.length === 0 ? null : new RegExp(`(?<!\\p{L})(?:${known.join('|')})(?!\\p{L})`, 'giu');
  return (text) => (pattern === null ? text : text.replace(pattern, mask)).replace(addressed, mask);
}

/** A record with every text changed; the names of files stay, since links rest on them. */
export function mapTexts<Value>(value: Value, change: (text: string) => string): Value {
  return mapped(value, change) as Value;
}

const kept: ReadonlySet<string> = new Set(['file', 'sha256', 'report', 'attachments', 'doubtful']);

function mapped(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => mapped(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, kept.has(key) && !isRecord(item) ? item : mapped(item, change)]),
  );
}

/** `report` is a file's name in a batch, and in a document what the report says of itself. */
function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
