import type { ListedAgency } from '../model/round.js';
import type { RoundVocabulary } from '../model/vocabulary/round.js';
import { type AgencyName, agencyName, holdsName, isSameName } from '../rules/shared/round/agencyName.js';
import { fold } from '../text/fold.js';
import { holdsPhrase } from '../text/resembles.js';
import type { HandedInReport } from './matchAgencies.js';

/** A report and the listed agency that it is of. */
export interface Placed {
  readonly report: HandedInReport;
  /** Null where no listed agency is clearly the one. */
  readonly agency: ListedAgency | null;
  /** Listed agencies that it may be of; somebody has to say. */
  readonly perhaps: readonly ListedAgency[];
}

/** What a sign says; less than `clear` is doubtful, and so is the second-best at more than half of the best. */
const signs = { same: 3, within: 2, abbreviation: 2, alike: 1, contradicted: 1.75 } as const;
const clear = 2;

interface Known {
  readonly agency: ListedAgency;
  readonly names: readonly AgencyName[];
  readonly superior: AgencyName;
  /** Its abbreviation folded; empty where it has none, or others have the same. */
  readonly code: string;
}

interface Seen {
  readonly letterhead: AgencyName;
  readonly folder: AgencyName;
  readonly place: AgencyName;
  readonly code: string;
}

/** Tells the listed agency of each report by letterhead, folder and abbreviation; spelling without diacritics will do. */
export function placeReports(
  reports: readonly HandedInReport[],
  list: readonly ListedAgency[],
  vocabulary: RoundVocabulary,
): readonly Placed[] {
  const codes = list.map(({ abbreviation }) => codeOf(abbreviation));
  const known = list.map((agency, index): Known => {
    const isUnique = codes.filter((code) => code === codes[index]).length === 1;
    return {
      agency,
      names: [agency.name, ...agency.otherNames].map((name) => agencyName(name, vocabulary)),
      superior: agencyName(agency.superior ?? '', vocabulary),
      code: isUnique ? (codes[index] ?? '') : '',
    };
  });
  return reports.map((report) => place(report, known, vocabulary));
}

function place(report: HandedInReport, known: readonly Known[], vocabulary: RoundVocabulary): Placed {
  const possible = known.filter(({ agency }) => agency.otherFiles?.some((name) => isFile(name, report)) !== true);
  const confirmed = possible.find(({ agency }) => agency.files.some((name) => isFile(name, report)));
  if (confirmed !== undefined) return { report, agency: confirmed.agency, perhaps: [] };
  const { agency, abbreviation, place: town } = report.identity;
  const seen = {
    letterhead: agencyName(agency ?? '', vocabulary),
    folder: agencyName(report.folder.replace(/\.[a-z]{3,4}$/i, ''), vocabulary),
    place: agencyName(town ?? '', vocabulary),
    code: codeOf(abbreviation),
  };
  const weighed = possible
    .map((one) => ({ one, weight: weightOf(one, seen) }))
    .filter(({ weight }) => weight > 0)
    .sort((left, right) => right.weight - left.weight);
  const most = weighed[0]?.weight ?? 0;
  const best = weighed.filter(({ weight }) => weight === most).map(({ one }) => one);
  // Agencies of several provinces bear one name: the place in the letterhead tells them apart.
  const here = best.filter(({ superior }) => holdsName(superior, seen.place));
  const [only, ...others] = here.length > 0 ? here : best;
  const rival = weighed.find(({ one, weight }) => weight < most && !best.includes(one))?.weight ?? 0;
  const isClear = only !== undefined && others.length === 0 && most >= clear && rival * 2 <= most;
  return isClear
    ? { report, agency: only.agency, perhaps: [] }
    : { report, agency: null, perhaps: weighed.map(({ one }) => one.agency) };
}

/** Somebody who says whose a file is gives its name, or a folder's, below the PATH. */
function isFile(name: string, { file, folder }: HandedInReport): boolean {
  const plain = (one: string) => one.normalize('NFC').replaceAll('\\', '/').replace(/\/+$/, '');
  return [file, folder].some((one) => plain(one) === plain(name)) || plain(file).startsWith(`${plain(name)}/`);
}

function weightOf(known: Known, { letterhead, folder, place, code }: Seen): number {
  const byLetterhead = Math.max(
    ...known.names.map((name) => weightOfLetterhead(letterhead, name, [...place.tokens, ...known.superior.tokens])),
  );
  const byFolder = Math.max(...known.names.map((name) => weightOfFolder(folder, name)));
  const byCode =
    known.code !== '' && (known.code === code || folder.tokens.includes(known.code)) ? signs.abbreviation : 0;
  // A letterhead that names another agency speaks against the folder.
  const isContradicted = letterhead.tokens.length > 0 && byLetterhead === 0 && known.code !== code;
  return isContradicted ? Math.min(signs.contradicted, byFolder + byCode) : Math.max(byLetterhead, byFolder) + byCode;
}

function weightOfLetterhead(letterhead: AgencyName, name: AgencyName, besides: readonly string[]): number {
  const isAllSaid = (token: string) => name.tokens.includes(token) || besides.includes(token);
  if (isSameName(letterhead, name)) return signs.same;
  if (holdsName(letterhead, name) && letterhead.tokens.every(isAllSaid)) return signs.same;
  const isNear = isAlike(letterhead, name) || holdsName(letterhead, name) || holdsName(name, letterhead);
  return isNear ? signs.alike : 0;
}

function weightOfFolder(folder: AgencyName, name: AgencyName): number {
  if (isSameName(folder, name)) return signs.same;
  if (holdsName(folder, name)) return signs.within;
  return isAlike(folder, name) ? signs.alike : 0;
}

/** A word of four or more may be misread or left out. */
function isAlike(text: AgencyName, name: AgencyName): boolean {
  const [length, read] = [name.tokens.length, text.tokens.length];
  if (length < 4 || Math.abs(read - length) > 1) return false;
  return holdsPhrase(text.padded, name.tokens, 0.75);
}

function codeOf(abbreviation: string | null): string {
  return fold(abbreviation ?? '').replace(/[^a-z0-9]/g, '');
}
