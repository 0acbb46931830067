import { describe, expect, it } from 'vitest';
import { asked, compare, type GivenReport } from '../../../../test/support/compareRound.js';
import type { ListedAgency } from '../../../model/round.js';
import { rule } from './rule.js';

const list: readonly ListedAgency[] = ['Sở Du lịch', 'Sở Thủy sản'].map((name) => ({
  name,
  abbreviation: null,
  kind: null,
  superior: null,
  otherNames: [],
  files: [],
}));
const tourism: GivenReport = { agency: 'Sở Du lịch', abbreviation: 'SDL', body: 'Đơn vị có 12 người.' };
const fishery: GivenReport = { agency: 'Sở Thủy sản', abbreviation: 'STS', body: 'Đơn vị có 20 người.' };
/** Another number makes another report of it. */
const again: GivenReport = { ...fishery, abbreviation: 'TS' };

describe('batch/missing-agency', () => {
  it.each([
    ['nothing', [tourism], 'chưa thấy báo cáo năm 2023'],
    ['two reports', [tourism, fishery, again], 'gửi 2 báo cáo khác nhau cho năm 2023: 2.pdf, 3.pdf'],
    ['one on another year', [tourism, { ...fishery, year: 2022 }], 'báo cáo của năm khác: 2.pdf (2022)'],
  ])('asks a listed agency that submitted %s', (_, reports, told) => {
    const flags = compare(rule, { reports, list });
    expect(asked(flags)).toEqual(['document @ Sở Thủy sản']);
    expect(flags[0]?.message.vi).toContain(told);
  });

  it('asks nobody where all have submitted, one of them the same report twice', () => {
    expect(asked(compare(rule, { reports: [tourism, fishery, fishery], list }))).toEqual([]);
  });

  it('does not ask for a report that may be a file of which nobody has said whose it is', () => {
    const foreign = { ...fishery, agency: 'Ban Muối biển', folder: fishery.agency };
    const flags = compare(rule, { reports: [tourism, foreign], list });
    expect([asked(flags), asked(flags, 'cannot-judge')]).toEqual([[], ['document @ Sở Thủy sản']]);
    const said = list.map((one) => (one.name === 'Sở Thủy sản' ? { ...one, files: ['2.pdf'] } : one));
    expect(compare(rule, { reports: [tourism, foreign], list: said })).toEqual([]);
  });

  it('asks nobody where there is no list', () => {
    expect(asked(compare(rule, { reports: [tourism, fishery, again] }))).toEqual([]);
  });

  it('quotes the number of each of two reports', () => {
    const [flag] = compare(rule, { reports: [fishery, again, tourism], list });
    expect(flag?.evidence.map(({ text }) => text)).toEqual([
      expect.stringContaining('BC-STS'),
      expect.stringContaining('BC-TS'),
    ]);
  });
});
