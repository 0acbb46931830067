import { loadVocabulary } from '../../pipeline/loadVocabulary.js';

let units: ReadonlySet<string> | undefined;

/** Whether a word is one of the vocabulary's for points, whatever accents were read: `điểm`, `điếm.`. */
export function isPointsWord(text: string): boolean {
  units ??= new Set(loadVocabulary().scores.units.map(plainLetters));
  return units.has(plainLetters(text));
}

function plainLetters(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\P{L}/gu, '').replace(/đ/gu, 'd');
}
