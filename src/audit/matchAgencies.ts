import type { AgencyOfReport, ListedAgency, ReportIdentity, RoundAgency, SubmissionStatus } from '../model/round.js';
import type { RoundVocabulary } from '../model/vocabulary/round.js';
import { agencyName } from '../rules/shared/round/agencyName.js';
import { type Placed, placeReports } from './placeReports.js';

/** A report handed in, and by what its agency can be told. */
export interface HandedInReport {
  readonly file: string;
  readonly sha256: string;
  /** The submission's folder, else the file's name. */
  readonly folder: string;
  readonly identity: ReportIdentity;
  /** False where nothing of it could be read: its folder alone tells whose it is. */
  readonly readable: boolean;
}

export interface MatchedRound {
  /** Those on the list in its order, then others in the order of their reports. */
  readonly agencies: readonly RoundAgency[];
  /** The agency of each report, by file. */
  readonly agencyOf: ReadonlyMap<string, AgencyOfReport>;
}

export interface MatchOptions {
  /** Null: every agency that handed something in is one of the round. */
  readonly list: readonly ListedAgency[] | null;
  readonly year: number;
  /** The last day of filing; null where none is known. */
  readonly filedBy: string | null;
  readonly vocabulary: RoundVocabulary;
}

/** Tells whose report each one is, and what each agency of the round handed in. */
export function matchAgencies(reports: readonly HandedInReport[], options: MatchOptions): MatchedRound {
  const list = options.list ?? [];
  const placed = placeReports(reports, list, options.vocabulary);
  const ofList = list.map((agency) => ({ ...agency, ...namedBy(agency, options.vocabulary), listed: true }));
  const owners = placed.map(
    (one) => ofList[one.agency === null ? -1 : list.indexOf(one.agency)] ?? byItself(one, options),
  );
  const agencies = new Map<string, Owner>();
  for (const agency of [...ofList, ...owners])
    if (!agencies.has(agency.agencyKey)) agencies.set(agency.agencyKey, agency);
  const submitted = (key: string) => placed.filter((_, index) => owners[index]?.agencyKey === key);
  return {
    agencies: [...agencies.values()].map((agency) => {
      const doubtful = agency.listed
        ? placed.filter(({ perhaps }) => perhaps.some(({ name }) => name === agency.name))
        : [];
      return roundAgency(agency, submitted(agency.agencyKey), doubtful, options);
    }),
    agencyOf: new Map(placed.flatMap(({ report }, index) => ofReport(report, owners[index], options))),
  };
}

type Owner = Omit<AgencyOfReport, 'ownKey'> & Pick<RoundAgency, 'name' | 'abbreviation' | 'listed'>;

/** Known by name, not by place: a list that grows asks nothing anew. */
function namedBy({ name, kind, superior }: ListedAgency, vocabulary: RoundVocabulary) {
  return { of: name, agencyKey: keyOf('list', [name, superior ?? ''], vocabulary), kind, superior };
}

function keyOf(kind: string, names: readonly string[], vocabulary: RoundVocabulary): string {
  return `${kind}|${names.map((one) => agencyName(one, vocabulary).padded).join('|')}`;
}

/** An agency that no list names, told by its letterhead; one that cannot be told is known by its file. */
function byItself({ report }: Placed, { vocabulary }: MatchOptions): Owner {
  const { agency, abbreviation } = report.identity;
  const name = agency ?? report.folder;
  const agencyKey = ownKeyOf(report, vocabulary);
  return { of: name, agencyKey, kind: null, superior: null, name, abbreviation, listed: false };
}

function ownKeyOf({ file, identity: { agency, place } }: HandedInReport, vocabulary: RoundVocabulary): string {
  return agency === null ? `file|${file}` : keyOf('name', [agency, place ?? ''], vocabulary);
}

function ofReport(
  report: HandedInReport,
  owner: Owner | undefined,
  { vocabulary }: MatchOptions,
): readonly (readonly [string, AgencyOfReport])[] {
  if (owner === undefined) return [];
  const { of, agencyKey, kind, superior } = owner;
  return [[report.file, { of, agencyKey, ownKey: ownKeyOf(report, vocabulary), kind, superior }]];
}

function roundAgency(
  { name, abbreviation, agencyKey, kind, superior, listed }: Owner,
  placed: readonly Placed[],
  doubtful: readonly Placed[],
  { year, filedBy }: MatchOptions,
): RoundAgency {
  const own = placed.map(({ report }) => report);
  const ofYear = own
    .filter(({ identity }) => identity.year === null || identity.year === year)
    .sort((one, other) => (other.identity.date ?? '').localeCompare(one.identity.date ?? ''));
  const otherYears = own.flatMap(({ file, identity }) =>
    identity.year === null || identity.year === year ? [] : [{ file, year: identity.year }],
  );
  const readable = ofYear.filter((report) => report.readable);
  // Of files that nobody could read one stands for the report: the others may be its attachments.
  const different = readable.length > 0 ? withoutCopies(readable) : ofYear.slice(0, 1);
  const [latest] = different;
  return {
    name,
    abbreviation,
    agencyKey,
    kind,
    superior,
    listed,
    status: statusOf(different.length, otherYears.length),
    late: filedBy !== null && latest?.identity.date != null && latest.identity.date > filedBy,
    reports: different.map(({ file }) => file),
    otherYears,
    doubtful: doubtful.map(({ report }) => report.file),
  };
}

function statusOf(reports: number, otherYears: number): SubmissionStatus {
  if (reports > 1) return 'double';
  if (reports === 1) return 'submitted';
  return otherYears > 0 ? 'other-year' : 'missing';
}

/** One report twice is one report: the same bytes, or the same number and date printed on each form of it. */
function withoutCopies(reports: readonly HandedInReport[]): readonly HandedInReport[] {
  const seen = new Set<string>();
  return reports.filter(({ sha256, identity: { number, date } }) => {
    const printed = number === null || date === null ? null : `${number} ${date}`;
    if (seen.has(sha256) || (printed !== null && seen.has(printed))) return false;
    seen.add(sha256);
    if (printed !== null) seen.add(printed);
    return true;
  });
}
