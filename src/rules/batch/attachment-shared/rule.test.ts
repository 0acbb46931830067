import { describe, expect, it } from 'vitest';
import { asked, compare } from '../../../../test/support/compareRound.js';
import type { Attachment } from '../../../model/round.js';
import { rule } from './rule.js';

/** Two agencies that hand in one file, with what is read of it. */
function round(read: Partial<Attachment>, other: Partial<Attachment> = {}) {
  const attachment = { sha256: 'same', number: null, date: null, agency: null, ...read };
  return {
    reports: [
      {
        agency: 'Sở Du lịch',
        abbreviation: 'SDL',
        body: 'Đơn vị có 12 người.',
        attachments: [{ ...attachment, file: 'du-lich/1.pdf' }],
      },
      {
        agency: 'Sở Thủy sản',
        abbreviation: 'STS',
        body: 'Đơn vị có 20 người.',
        attachments: [{ ...attachment, file: 'thuy-san/7.pdf', ...other }],
      },
    ],
  };
}

describe('batch/attachment-shared', () => {
  it.each([
    [
      'only the one that did not issue it, told by the number',
      round({ number: '12/BC-SDL' }),
      ['citation:12/BC-SDL @ Sở Thủy sản'],
    ],
    [
      'only the one that did not issue it, told by the letterhead',
      round({ agency: 'Sở Thủy sản' }),
      ['document @ Sở Du lịch'],
    ],
    ['both where nothing tells who issued it', round({}), ['document @ Sở Du lịch', 'document @ Sở Thủy sản']],
    ['nobody about a superior’s document', round({ number: '19/KH-UBND', agency: 'UBND tỉnh Minh Hà' }), []],
    ['nobody about different files', round({}, { sha256: 'other' }), []],
  ])('asks %s', (_, given, subjects) => {
    expect(asked(compare(rule, given))).toEqual(subjects);
  });

  it('names both files', () => {
    const [flag] = compare(rule, round({ number: '12/BC-SDL' }));
    expect(flag?.evidence.map(({ file }) => file)).toEqual(['thuy-san/7.pdf', 'du-lich/1.pdf']);
    expect(flag?.message.vi).toContain('Tài liệu do Sở Du lịch ban hành.');
  });
});
