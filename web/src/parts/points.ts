import type { Language } from '../../../src/model/bilingual.js';

const locales: Readonly<Record<Language, string>> = { vi: 'vi-VN', en: 'en-GB' };

/** Points with the decimal sign of the language: 97,5. */
export function points(value: number | null, language: Language): string {
  return value === null ? '–' : value.toLocaleString(locales[language], { maximumFractionDigits: 2 });
}

/** Day and time of an instant, where the person is. */
export function moment(instant: string, language: Language): string {
  return new Date(instant).toLocaleString(locales[language], { dateStyle: 'short', timeStyle: 'short' });
}

/** A calendar date as written in Vietnam, whatever the language: 28/12/2023. */
export function calendarDate(date: string | null): string {
  return date === null ? '–' : date.split('-').reverse().join('/');
}
