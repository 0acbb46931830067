import type { Bilingual, Language } from '../model/bilingual.js';
import type { SoatDocument } from '../model/document.js';
import { statusNames, type Weight, weightNames } from '../model/labels.js';

const subjectKinds: Readonly<Record<string, Bilingual>> = {
  criterion: { vi: 'Tiêu chí', en: 'Criterion' },
  citation: { vi: 'Văn bản', en: 'Document' },
  section: { vi: 'Mục', en: 'Section' },
  document: { vi: 'Toàn báo cáo', en: 'The report as a whole' },
};

export function weightName(weight: Weight, language: Language): string {
  return weightNames[weight][language];
}

export function statusName(status: SoatDocument['status'], language: Language): string {
  return statusNames[status][language];
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
