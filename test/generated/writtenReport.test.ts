import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadPipeline } from '../../src/pipeline/loadPipeline.js';
import { evaluateRules } from '../../src/rules/evaluateRules.js';
import { factsOf } from '../support/evaluate.js';
import { claimPhrases, subtotalPhrases, totalPhrases } from './claimPhrases.js';
import { numberings } from './headings.js';
import { type Manner, writtenReport } from './writtenReport.js';

/** Reports in every manner that the decree and practice allow: what was meant must be what is read, and nothing is accused. */
const usual: Manner = {
  numbering: numberings[0] as Manner['numbering'],
  claim: claimPhrases[0] as Manner['claim'],
  subtotal: null,
  total: totalPhrases[0] as Manner['total'],
  less: {},
};

const drawn: fc.Arbitrary<Manner> = fc.record({
  numbering: fc.constantFrom(...numberings),
  claim: fc.constantFrom(...claimPhrases),
  subtotal: fc.option(fc.constantFrom(...subtotalPhrases), { nil: null }),
  total: fc.constantFrom(...totalPhrases),
  less: fc.record({ 'B.1': fc.constantFrom(0, 0.5, 1), 'C.1': fc.constantFrom(0, 1, 2.5) }),
});

function reading(manner: Manner) {
  const { text, paths, claims } = writtenReport(manner);
  const facts = factsOf(text);
  const read = {
    paths: facts.sections.map(({ path }) => path),
    parts: facts.sections.flatMap(({ part }) => part ?? []),
    claims: [...new Set(facts.scores.map(({ criterion, claimed, max }) => `${criterion} ${claimed}/${max}`))].sort(),
  };
  return { meant: { paths, parts: ['I', 'II', 'III', 'IV'], claims }, read, facts };
}

describe('a report written by the grammar', () => {
  it.each(numberings)('is read with headings $name', (numbering) => {
    const { meant, read } = reading({ ...usual, numbering });
    expect(read).toEqual(meant);
  });

  it.each(claimPhrases.map((claim) => ({ claim, printed: claim(4.5, 5) })))('is read with “$printed”', ({ claim }) => {
    const { meant, read } = reading({ ...usual, claim });
    expect(read).toEqual(meant);
  });

  it.each(subtotalPhrases.map((subtotal) => ({ subtotal, printed: subtotal('B', 30, 30) })))(
    'is read with “$printed” below a part',
    ({ subtotal }) => {
      const { meant, read } = reading({ ...usual, subtotal });
      expect(read).toEqual(meant);
    },
  );

  it.each(totalPhrases.map((total) => ({ total, printed: total.print(100) })))(
    'is read with “$printed”',
    ({ total }) => {
      const { meant, read } = reading({ ...usual, total });
      expect(read).toEqual(meant);
    },
  );

  it('is read and accused of nothing but points without a reason, in any mixture', () => {
    const { pipeline, registry } = loadPipeline('pctn-2023');
    fc.assert(
      fc.property(drawn, (manner) => {
        const { meant, read, facts } = reading(manner);
        expect(read).toEqual(meant);
        const { flags } = evaluateRules({ facts, pipeline, registry, attachments: [] });
        const told = flags.filter(({ rule }) => rule !== 'score/deduction-unexplained');
        expect(told.map(({ rule, subject, outcome }) => `${outcome} ${rule} ${subject}`)).toEqual([]);
      }),
      { numRuns: 60, seed: 30_2020 },
    );
  });
});
