import type { TextVocabulary } from '../model/vocabulary/text.js';
import { fold } from './fold.js';
import { firstTokensOf, holdsMostOf, tokensOf } from './resembles.js';
import { unitTest } from './unitTest.js';

/** Questions put to one short line of an administrative paper. */
export interface PaperMarks {
  /** National motto, country's or Party's name. */
  isMotto(text: string): boolean;
  /** `Số: 12/BC-STC`, whole or with its number not read. */
  isNumberLine(text: string): boolean;
  /** `Hải Phòng, ngày 05 tháng 01 năm 2024`. */
  isDateLine(text: string): boolean;
  /** A type of paper alone on its line, in capitals: `BÁO CÁO`. */
  isTypeLine(text: string): boolean;
  /** A type of paper in capitals with the start of its summary behind it. */
  startsWithType(text: string): boolean;
  isSubjectLine(text: string): boolean;
  isSalutation(text: string): boolean;
  startsRecipients(text: string): boolean;
  isRecipientLine(text: string): boolean;
  /** `KT. GIÁM ĐỐC`, `PHÓ CHỦ TỊCH`, `TM. ỦY BAN NHÂN DÂN`. */
  isSigningLine(text: string): boolean;
  /** `Phụ lục II`, `PHỤ LỤC BẢNG TỰ CHẤM ĐIỂM`. */
  isAnnexLine(text: string): boolean;
}

const memo = new WeakMap<TextVocabulary, PaperMarks>();

export function paperMarksOf(vocabulary: TextVocabulary): PaperMarks {
  let marks = memo.get(vocabulary);
  if (marks === undefined) {
    marks = compile(vocabulary);
    memo.set(vocabulary, marks);
  }
  return marks;
}

/** Share of the letters of a line in capitals that may be small. */
const fewSmall = 0.1;

const isLetter = unitTest(/\p{L}/u);
const isSmall = unitTest(/\p{Ll}/u);

/** Letters of a line in capitals; a misread letter or two may be small. */
export function isCapitals(text: string): boolean {
  let small = 0;
  let letters = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (!isLetter(unit)) continue;
    letters++;
    // A paragraph of prose is told by its first words.
    if (isSmall(unit) && ++small > fewSmall * text.length) return false;
  }
  return letters >= 2 && small <= fewSmall * letters;
}

/** Two to six words that each begin with a capital, without figures: a signer's name, a title before it allowed. */
export function isName(text: string): boolean {
  const words = text.replace(/^(?:\p{Lu}[\p{L}]{0,3}\.\s*)+/u, '').split(/\s+/u);
  return words.length >= 2 && words.length <= 6 && words.every((word) => /^\p{Lu}\p{L}*$/u.test(word));
}

function compile(vocabulary: TextVocabulary): PaperMarks {
  const mottos = vocabulary.mottos.map(tokensOf);
  const types = new Set(vocabulary.documentTypes.map(fold));
  const roles = new Set(vocabulary.roles.map(fold));
  const startsWith = (phrases: readonly string[]) => {
    // Specks and dashes may stand before the words.
    const pattern = new RegExp(
      `^[^\\p{L}\\p{N}]*(?:${phrases.map(fold).map(literally).join('|')})(?![\\p{L}\\p{N}])`,
      'u',
    );
    return (text: string) => pattern.test(fold(text));
  };
  const startsType = startsWith(vocabulary.documentTypes);
  const startsAnnex = startsWith(vocabulary.annexWords);
  const marked = new RegExp(
    `^(?:${vocabulary.signingMarks.map(fold).map(literally).join('|')})(?:\\s?[.,:]|\\s(?=\\S))\\s*`,
    'u',
  );
  const withoutEnds = (text: string) => fold(text).replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  return {
    isMotto: (text) => {
      if (text.length >= 160) return false;
      const said = firstTokensOf(text);
      return mottos.some((motto) => holdsMostOf(said, motto));
    },
    isNumberLine: (text) =>
      /^s[o06]\s*[:.;]/u.test(fold(text)) || /^s[o06]\s+[^\s]{0,8}\s?[/-]\s?\p{L}/u.test(fold(text)),
    isDateLine: (text) =>
      text.length < 90 &&
      (/(?:^|[,.\s])ng[a-z]{1,2}y?\b.{0,12}\bthang\b.{0,12}\bnam\b/u.test(fold(text)) ||
        /^\p{Lu}[\p{L}\s.]{2,30},\s*ng\p{L}{1,2}y(?!\p{L})/u.test(text)),
    isTypeLine: (text) => isCapitals(text) && types.has(withoutEnds(text)),
    startsWithType: (text) => isCapitals(text.split(/\s+/u).slice(0, 2).join(' ')) && startsType(text),
    isSubjectLine: startsWith(vocabulary.subjectMarks),
    isSalutation: startsWith(vocabulary.salutations),
    startsRecipients: startsWith(vocabulary.recipients),
    isRecipientLine: startsWith(vocabulary.recipientLines),
    isSigningLine: (text) => {
      if (!isCapitals(text) || text.length > 120) return false;
      const plain = withoutEnds(text);
      if (marked.test(fold(text).replace(/^[^\p{L}]+/u, ''))) return true;
      return [...roles].some((role) => plain === role || plain.startsWith(`${role} `));
    },
    isAnnexLine: (text) => /^\p{Lu}/u.test(text) && startsAnnex(text),
  };
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
