import { describe, expect, it } from 'vitest';
import type { ListedAgency, ReportIdentity } from '../model/round.js';
import { loadVocabulary } from '../pipeline/loadVocabulary.js';
import { type HandedInReport, matchAgencies } from './matchAgencies.js';

const vocabulary = loadVocabulary().round;

function listed(name: string, fields: Partial<ListedAgency> = {}): ListedAgency {
  return { name, abbreviation: null, kind: null, superior: null, otherNames: [], files: [], ...fields };
}

function handedIn(file: string, identity: Partial<ReportIdentity> = {}, folder = file): HandedInReport {
  const unknown = { agency: null, abbreviation: null, place: null, number: null, date: null, year: 2023 };
  return { file, sha256: file, folder, readable: true, identity: { ...unknown, ...identity } };
}

function match(reports: readonly HandedInReport[], list: readonly ListedAgency[] | null) {
  return matchAgencies(reports, { list, year: 2023, filedBy: '2024-04-29', vocabulary });
}

const list = [
  listed('Sở Y tế', { abbreviation: 'SYT' }),
  listed('Sở Giáo dục và Đào tạo', { abbreviation: 'SGDĐT', otherNames: ['Sở Học vụ'] }),
  listed('Ủy ban nhân dân huyện Thủy Trường', { abbreviation: 'UBND' }),
  listed('Ủy ban nhân dân huyện Thủy Sơn', { abbreviation: 'UBND' }),
];

const clear: readonly [name: string, report: HandedInReport, agency: string][] = [
  ['the letterhead', handedIn('1.pdf', { agency: 'Sở Y tế' }), 'Sở Y tế'],
  ['a letterhead in capitals without diacritics', handedIn('1.pdf', { agency: 'SO Y TE' }), 'Sở Y tế'],
  [
    'a letterhead with the place behind the name',
    handedIn('1.pdf', { agency: 'Sở Y tế Hải Phòng', place: 'Hải Phòng' }),
    'Sở Y tế',
  ],
  ['a short form', handedIn('1.pdf', { agency: 'UBND huyện Thủy Sơn' }), 'Ủy ban nhân dân huyện Thủy Sơn'],
  ['an old name', handedIn('1.pdf', { agency: 'Sở Học vụ' }), 'Sở Giáo dục và Đào tạo'],
  ['the folder', handedIn('a/1.pdf', {}, '02 so-giao-duc-va-dao-tao bao cao'), 'Sở Giáo dục và Đào tạo'],
  ['the folder’s short form', handedIn('a/1.pdf', {}, 'Sở GD&ĐT'), 'Sở Giáo dục và Đào tạo'],
  ['the abbreviation in the folder', handedIn('a/1.pdf', {}, '01_SYT_2023'), 'Sở Y tế'],
  ['the abbreviation of the report’s number', handedIn('1.pdf', { abbreviation: 'SGDDT' }), 'Sở Giáo dục và Đào tạo'],
  [
    'a misread letterhead with the right abbreviation',
    handedIn('1.pdf', { agency: 'Sở Giáo dục và Đào tao', abbreviation: 'SGDĐT' }),
    'Sở Giáo dục và Đào tạo',
  ],
];

const doubtful: readonly [name: string, report: HandedInReport, agencies: readonly string[]][] = [
  [
    'a folder and a letterhead of two agencies',
    handedIn('1.pdf', { agency: 'Sở Y tế' }, 'Sở Giáo dục và Đào tạo'),
    ['Sở Y tế', 'Sở Giáo dục và Đào tạo'],
  ],
  [
    'a folder of one agency and a letterhead of an unlisted one',
    handedIn('1.pdf', { agency: 'Chi cục Kiểm lâm' }, 'Sở Y tế'),
    ['Sở Y tế'],
  ],
];

describe('matchAgencies', () => {
  it.each(clear)('tells the agency by %s', (_, report, agency) => {
    const { agencies, agencyOf } = match([report], list);
    expect(agencyOf.get(report.file)?.of).toBe(agency);
    expect(agencies.filter(({ status }) => status === 'submitted').map(({ name }) => name)).toEqual([agency]);
  });

  it.each(doubtful)('asks where there is %s', (_, report, names) => {
    const { agencies } = match([report], list);
    const asked = agencies.filter((agency) => agency.doubtful.length > 0);
    expect(asked.map(({ name, status }) => [name, status])).toEqual(names.map((name) => [name, 'missing']));
  });

  it.each(doubtful)('asks no more where the list says whose %s is', (_, report, [name = '']) => {
    const said = list.map((agency) => (agency.name === name ? { ...agency, files: [report.file] } : agency));
    const { agencies, agencyOf } = match([report], said);
    expect(agencyOf.get(report.file)?.of).toBe(name);
    expect(agencies.flatMap((agency) => agency.doubtful)).toEqual([]);
  });

  it.each(doubtful)('asks no more about whom the list says it is not of: %s', (_, report, [name = '']) => {
    const said = list.map((agency) => (agency.name === name ? { ...agency, otherFiles: [report.file] } : agency));
    const { agencies } = match([report], said);
    const refused = agencies.find((agency) => agency.listed && agency.name === name);
    expect(refused).toMatchObject({ doubtful: [], status: 'missing' });
  });

  it('knows an agency by the folder of a report that could not be read, and takes a readable one for it', () => {
    const unread = { ...handedIn('Sở Y tế/1.pdf', { year: null }, 'Sở Y tế'), readable: false };
    expect(match([unread], list).agencies[0]).toMatchObject({ status: 'submitted', reports: ['Sở Y tế/1.pdf'] });
    const both = match([unread, handedIn('2.pdf', { agency: 'Sở Y tế' })], list).agencies[0];
    expect(both).toMatchObject({ status: 'submitted', reports: ['2.pdf'] });
  });

  it('takes several files of an agency that could not be read for one report', () => {
    const unread = ['1.pdf', '2.pdf'].map((name) => ({
      ...handedIn(`Sở Y tế/${name}`, { year: null }, 'Sở Y tế'),
      readable: false,
    }));
    expect(match(unread, list).agencies[0]).toMatchObject({ status: 'submitted', reports: ['Sở Y tế/1.pdf'] });
  });

  it.each([
    ['a folder', 'Sở Giáo dục và Đào tạo/'],
    ['a file with its folder', 'Sở Giáo dục và Đào tạo/1.pdf'],
    ['a path of Windows', 'Sở Giáo dục và Đào tạo\\1.pdf'],
    ['letters and marks apart', 'Sở Giáo dục và Đào tạo'.normalize('NFD')],
  ])('believes the list that names %s', (_, name) => {
    const report = handedIn('Sở Giáo dục và Đào tạo/1.pdf', { agency: 'Sở Y tế' }, 'Sở Giáo dục và Đào tạo');
    const said = list.map((one) => (one.name === 'Sở Y tế' ? { ...one, files: [name] } : one));
    expect(match([report], said).agencyOf.get(report.file)?.of).toBe('Sở Y tế');
  });

  it('tells agencies of one name apart by the place in the letterhead', () => {
    const two = [
      listed('Sở Y tế', { superior: 'UBND tỉnh Minh Hà' }),
      listed('Sở Y tế', { superior: 'UBND tỉnh Đông Xuyên' }),
    ];
    const { agencies } = match([handedIn('1.pdf', { agency: 'Sở Y tế', place: 'Đông Xuyên' })], two);
    expect(agencies.map(({ superior, status }) => [superior, status])).toEqual([
      ['UBND tỉnh Minh Hà', 'missing'],
      ['UBND tỉnh Đông Xuyên', 'submitted'],
    ]);
  });

  it('tells each report by itself in the same way with a list, a longer one, or none', () => {
    const reports = [handedIn('1.pdf', { agency: 'Sở Y tế', place: 'Minh Hà' }), handedIn('2.pdf', {}, 'Sở Học vụ')];
    const ownKeys = (some: readonly ListedAgency[] | null) =>
      [...match(reports, some).agencyOf.values()].map(({ ownKey }) => ownKey);
    expect(ownKeys(list)).toEqual(ownKeys(null));
    const longer = [listed('Sở Ngoại vụ'), ...list];
    expect(ownKeys(longer)).toEqual(ownKeys(null));
    const keys = (some: readonly ListedAgency[]) => match([], some).agencies.map(({ agencyKey }) => agencyKey);
    expect(keys(longer).slice(1)).toEqual(keys(list));
  });

  it('knows agencies by their letterheads where there is no list', () => {
    const reports = [
      handedIn('1.pdf', { agency: 'Sở Y tế' }),
      handedIn('2.pdf', { agency: 'SỞ Y TẾ' }),
      handedIn('3.pdf'),
    ];
    expect(match(reports, null).agencies.map(({ name, status, listed }) => [name, status, listed])).toEqual([
      ['Sở Y tế', 'double', false],
      ['3.pdf', 'submitted', false],
    ]);
  });

  it('counts a report handed in twice once, and says what is late or of another year', () => {
    const same = { agency: 'Sở Y tế', number: '12/BC-SYT', date: '2024-05-02' };
    const reports = [
      handedIn('1.pdf', same),
      handedIn('1.docx', same),
      handedIn('2.pdf', { agency: 'Sở Giáo dục và Đào tạo', year: 2022 }),
    ];
    expect(match(reports, list).agencies.map(({ status, late }) => [status, late])).toEqual([
      ['submitted', true],
      ['other-year', false],
      ['missing', false],
      ['missing', false],
    ]);
  });
});
