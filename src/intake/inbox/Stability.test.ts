import { describe, expect, it } from 'vitest';
import { Stability } from './Stability.js';

const drop = (signature: string) => ({ name: 'a.pdf', signature });

describe('a drop', () => {
  it('is complete once it has not changed for long enough', () => {
    const stability = new Stability(5_000);
    expect(stability.complete([drop('1')], 0)).toEqual([]);
    expect(stability.complete([drop('1')], 4_999)).toEqual([]);
    expect(stability.complete([drop('1')], 5_000)).toEqual([drop('1')]);
  });

  it('is watched anew with every change', () => {
    const stability = new Stability(5_000);
    stability.complete([drop('1')], 0);
    stability.complete([drop('2')], 4_000);
    expect(stability.complete([drop('2')], 6_000)).toEqual([]);
    expect(stability.complete([drop('2')], 9_000)).toEqual([drop('2')]);
  });

  it('that went away and came back is a new one', () => {
    const stability = new Stability(5_000);
    stability.complete([drop('1')], 0);
    stability.complete([], 1_000);
    expect(stability.complete([drop('1')], 6_000)).toEqual([]);
  });
});
