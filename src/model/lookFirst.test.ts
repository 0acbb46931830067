import { describe, expect, it } from 'vitest';
import { documentOf, flagOf, scoreOf } from '../../test/support/document.js';
import { claimsAskedAbout, inOrder } from './lookFirst.js';

const document = documentOf({
  scores: [scoreOf({ criterion: 'B.1', claimed: 27 }), scoreOf({ criterion: 'C.1', claimed: 12 })],
  flags: [
    flagOf({ subject: 'criterion:C.1' }),
    flagOf({ rule: 'evidence/boilerplate', subject: 'criterion:B.1', severity: 'warning' }),
    flagOf({ subject: 'criterion:B.1', severity: 'info' }),
  ],
});
const copied = { rule: 'batch/copied-text', subject: 'criterion:C.1', outcome: 'fail', severity: 'warning' } as const;
const backing = [{ id: 'C.1', claimed: 12, max: 12, evidence: 3 }];

describe('claimsAskedAbout', () => {
  const claims = claimsAskedAbout({ document, agency: 'Sở Mẫu', batchFlags: [copied], backing });

  it('brings together what the report and the round ask about one claim, under the gravest', () => {
    expect(claims.find(({ criterion }) => criterion === 'C.1')).toMatchObject({
      points: 12,
      evidence: 3,
      severity: 'error',
      rules: ['score/total-mismatch', 'batch/copied-text'],
      why: { vi: expect.stringContaining('Đang hỏi 12 điểm tự chấm') },
    });
  });

  it('says nothing of evidence where it is not known', () => {
    const claim = claims.find(({ criterion }) => criterion === 'B.1');
    expect(claim).toMatchObject({ evidence: null, rules: ['evidence/boilerplate'] });
    expect(claim?.why.vi).not.toContain('minh chứng');
  });

  it('puts most points first, then the gravest, then the least evidence', () => {
    const [one, other] = claims;
    if (one === undefined || other === undefined) throw new Error('two claims are asked about');
    const thin = { ...one, agency: 'thin', points: 5, severity: 'warning', evidence: 0 } as const;
    const thick = { ...thin, agency: 'thick', evidence: 4 };
    const grave = { ...thick, agency: 'grave', severity: 'error' } as const;
    expect(inOrder([thick, thin, grave, other, one]).map(({ agency, criterion }) => agency ?? criterion)).toEqual([
      'Sở Mẫu',
      'Sở Mẫu',
      'grave',
      'thin',
      'thick',
    ]);
    expect(inOrder([other, one])[0]?.points).toBe(27);
  });
});
