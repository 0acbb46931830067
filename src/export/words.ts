import type { Bilingual, Language } from '../model/bilingual.js';
import type { Flag, SoatDocument } from '../model/document.js';

/** How severities and outcomes are called: questions to put, never verdicts. */
const weights: Readonly<Record<Weight, Bilingual>> = {
  error: { vi: 'Chưa khớp hoặc chưa có căn cứ', en: 'Does not agree, or no ground seen' },
  warning: { vi: 'Cần giải trình', en: 'To be explained' },
  info: { vi: 'Lưu ý', en: 'Note' },
  'cannot-judge': { vi: 'Chưa kết luận được', en: 'Cannot judge' },
};

const statuses: Readonly<Record<SoatDocument['status'], Bilingual>> = {
  complete: { vi: 'Đọc đủ', en: 'Read in full' },
  partial: { vi: 'Đọc một phần', en: 'Read in part' },
  failed: { vi: 'Không đọc được', en: 'Not read' },
};

const subjectKinds: Readonly<Record<string, Bilingual>> = {
  criterion: { vi: 'Tiêu chí', en: 'Criterion' },
  citation: { vi: 'Văn bản', en: 'Document' },
  section: { vi: 'Mục', en: 'Section' },
  document: { vi: 'Toàn báo cáo', en: 'The report as a whole' },
};

/** What weighs a flag: its severity, or that it could not be judged. */
export type Weight = Flag['severity'] | 'cannot-judge';

/** In the order in which flags are shown. */
export const weightOrder: readonly Weight[] = ['error', 'warning', 'info', 'cannot-judge'];

export function weightOf({ outcome, severity }: Pick<Flag, 'outcome' | 'severity'>): Weight {
  return outcome === 'fail' ? severity : 'cannot-judge';
}

export function weightName(weight: Weight, language: Language): string {
  return weights[weight][language];
}

export function statusName(status: SoatDocument['status'], language: Language): string {
  return statuses[status][language];
}

/** `criterion:B.1` → `Tiêu chí B.1`. */
export function subjectName(subject: string, language: Language): string {
  const [kind = '', ...name] = subject.split(':');
  const called = subjectKinds[kind];
  return called === undefined ? subject : [called[language], name.join(':')].join(' ').trim();
}

/** `97.5` → `97,5` in Vietnamese. */
export function printNumber(value: number, language: Language): string {
  return value.toLocaleString(language === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 2 });
}

/** `2023-12-28` → `28/12/2023`. */
export function printDate(date: string): string {
  return date.split('-').toReversed().join('/');
}

/** Chooses between the two wordings of a text that stands where it is used. */
export type Say = (vi: string, en: string) => string;

export function sayIn(language: Language): Say {
  return (vi, en) => (language === 'vi' ? vi : en);
}
