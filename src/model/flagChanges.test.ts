import { describe, expect, it } from 'vitest';
import { flagOf } from '../../test/support/document.js';
import { compareFlags, traceOf } from './flagChanges.js';

const a = flagOf({ fingerprint: 'a' });
const b = flagOf({ fingerprint: 'b', rule: 'citation/incomplete', subject: 'citation:12/KH-X' });
const c = flagOf({ fingerprint: 'c' });

describe('compareFlags', () => {
  it('tells new, unchanged and gone flags', () => {
    const { new: added, unchanged, gone } = compareFlags([a, b].map(traceOf), [b, c].map(traceOf));
    expect([added, unchanged, gone]).toEqual([[traceOf(c)], [traceOf(b)], [traceOf(a)]]);
  });

  it('knows a flag again whatever its words, page and outcome are now', () => {
    const reread = flagOf({ fingerprint: 'a', outcome: 'cannot-judge', evidence: [], message: { vi: 'x', en: 'x' } });
    expect(compareFlags([traceOf(a)], [traceOf(reread)])).toMatchObject({ new: [], gone: [], unchanged: [{}] });
  });
});
