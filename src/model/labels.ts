import type { SoatBatch } from './batch.js';
import type { Bilingual } from './bilingual.js';
import type { Flag, SoatDocument } from './document.js';

/** What weighs a flag: its severity, or that it could not be judged. */
export type Weight = Flag['severity'] | 'cannot-judge';

/** In the order in which flags are shown. */
export const weightOrder: readonly Weight[] = ['error', 'warning', 'info', 'cannot-judge'];

export function weightOf({ outcome, severity }: Pick<Flag, 'outcome' | 'severity'>): Weight {
  return outcome === 'fail' ? severity : 'cannot-judge';
}

/** How weights are called wherever people read them: questions to put, never verdicts. */
export const weightNames: Readonly<Record<Weight, Bilingual>> = {
  error: { vi: 'Chưa khớp hoặc chưa có căn cứ', en: 'Does not agree, or no ground seen' },
  warning: { vi: 'Cần giải trình', en: 'To be explained' },
  info: { vi: 'Lưu ý', en: 'Note' },
  'cannot-judge': { vi: 'Chưa kết luận được', en: 'Cannot judge' },
};

/** The same where there is room for two words. */
export const shortWeightNames: Readonly<Record<Weight, Bilingual>> = {
  ...weightNames,
  error: { vi: 'Chưa khớp', en: 'Mismatch' },
};

/** What became of a document. */
export const statusNames: Readonly<Record<SoatDocument['status'], Bilingual>> = {
  complete: { vi: 'Đọc đủ', en: 'Read in full' },
  partial: { vi: 'Đọc một phần', en: 'Read in part' },
  failed: { vi: 'Không đọc được', en: 'Not read' },
};

/** What became of an agency's duty to report. */
export const submissionNames: Readonly<Record<SoatBatch['agencies'][number]['status'], Bilingual>> = {
  submitted: { vi: 'Đã gửi', en: 'Submitted' },
  missing: { vi: 'Chưa thấy báo cáo', en: 'No report seen' },
  double: { vi: 'Gửi hai báo cáo', en: 'Submitted twice' },
  'other-year': { vi: 'Báo cáo của năm khác', en: 'Another year’s report' },
};

export const lateName: Bilingual = { vi: 'Gửi muộn', en: 'Late' };
