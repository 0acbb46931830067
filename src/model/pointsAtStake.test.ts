import { describe, expect, it } from 'vitest';
import { documentOf, flagOf, scoreOf, sectionOf } from '../../test/support/document.js';
import { criterionOf, pointsAtStake, pointsOfFlag } from './pointsAtStake.js';

const document = documentOf({
  sections: [
    sectionOf({ path: 'II', criterion: null }),
    sectionOf({ path: 'II/2', criterion: 'B.1' }),
    sectionOf({ path: 'II/2/2.1', criterion: null }),
  ],
  scores: [
    scoreOf({ criterion: 'B.1', claimed: 27 }),
    scoreOf({ criterion: 'C.1', claimed: 12 }),
    scoreOf({ criterion: 'C.2', claimed: 18.5 }),
    scoreOf({ criterion: 'B.1', claimed: 26 }),
    scoreOf({ criterion: 'total', claimed: 100 }),
  ],
});

describe('criterionOf', () => {
  it.each([
    ['criterion:C.1', 'C.1'],
    ['section:II/2/2.1', 'B.1'],
    ['section:II', null],
    ['citation:1/KH-X', null],
    ['document', null],
  ])('finds for %s the criterion %s', (subject, criterion) =>
    expect(criterionOf(document, { subject })).toBe(criterion),
  );
});

describe('pointsOfFlag', () => {
  it.each([
    ['criterion:B.1', 27],
    ['criterion:C', 30.5],
    ['criterion:D.1', null],
    ['document', null],
  ])('of %s is %s', (subject, points) => expect(pointsOfFlag(document, { subject })).toBe(points));
});

describe('pointsAtStake', () => {
  it('counts a claim once, also under its parent, and neither notes nor what could not be judged', () => {
    const flags = [
      flagOf({ subject: 'criterion:C.2' }),
      flagOf({ subject: 'criterion:C', severity: 'warning' }),
      flagOf({ subject: 'criterion:C.1' }),
      flagOf({ subject: 'criterion:B.1', severity: 'info' }),
      flagOf({ subject: 'section:II/2', outcome: 'cannot-judge' }),
    ];
    expect(pointsAtStake({ ...document, flags })).toBe(30.5);
  });
});
