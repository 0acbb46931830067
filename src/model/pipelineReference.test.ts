import { describe, expect, it } from 'vitest';
import { pipelineReference, readPipelineReference } from './pipelineReference.js';

describe('a pipeline’s reference', () => {
  it.each([
    ['by each report’s year', null, { name: null, thresholds: {} }],
    ['by name', 'pctn-2023', { name: 'pctn-2023', thresholds: {} }],
    ['by file', './rieng/pctn-2023.yaml', { name: './rieng/pctn-2023.yaml', thresholds: {} }],
    ['a file with a question mark', 'đợt 1?.yaml', { name: 'đợt 1?.yaml', thresholds: {} }],
    ['thresholds for every year', '?jump=0.3', { name: null, thresholds: { jump: 0.3 } }],
    [
      'a name with thresholds',
      'pctn-2023?copiedSimilarity=0.7&fewestPeers=8',
      { name: 'pctn-2023', thresholds: { copiedSimilarity: 0.7, fewestPeers: 8 } },
    ],
  ] as const)('says and tells %s', (_, reference, referred) => {
    expect(pipelineReference(referred)).toBe(reference);
    expect(readPipelineReference(reference)).toEqual(referred);
  });

  it('is the same in whatever order thresholds are set', () => {
    const set = (thresholds: object) => pipelineReference({ name: null, thresholds });
    expect(set({ jump: 0.3, copiedTriples: 20 })).toBe(set({ copiedTriples: 20, jump: 0.3 }));
  });
});
