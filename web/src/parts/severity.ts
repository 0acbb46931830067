import type { Bilingual } from '../../../src/model/bilingual.js';
import { shortWeightNames } from '../../../src/model/labels.js';

export type Severity = 'error' | 'warning' | 'info';

interface Look {
  readonly label: Bilingual;
  readonly color: string;
  /** Told apart without colour too. */
  readonly sign: string;
}

export const severities: Readonly<Record<Severity, Look>> = {
  error: { label: shortWeightNames.error, color: 'red', sign: '▲' },
  warning: { label: shortWeightNames.warning, color: 'orange', sign: '◆' },
  info: { label: shortWeightNames.info, color: 'blue', sign: '●' },
};

export const cannotJudge: Look = {
  label: shortWeightNames['cannot-judge'],
  color: 'gray',
  sign: '?',
};
