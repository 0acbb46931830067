import type { Bilingual } from '../../../src/model/bilingual.js';

export type Severity = 'error' | 'warning' | 'info';

interface Look {
  readonly label: Bilingual;
  readonly color: string;
  /** Told apart without colour too. */
  readonly sign: string;
}

export const severities: Readonly<Record<Severity, Look>> = {
  error: { label: { vi: 'Chưa khớp', en: 'Mismatch' }, color: 'red', sign: '▲' },
  warning: { label: { vi: 'Cần giải trình', en: 'To be explained' }, color: 'orange', sign: '◆' },
  info: { label: { vi: 'Lưu ý', en: 'Note' }, color: 'blue', sign: '●' },
};

export const cannotJudge: Look = {
  label: { vi: 'Chưa kết luận được', en: 'Cannot judge' },
  color: 'gray',
  sign: '?',
};
