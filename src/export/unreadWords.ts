import type { Bilingual, Language } from '../model/bilingual.js';
import type { SoatDocument } from '../model/document.js';

type UnreadPart = SoatDocument['report']['unread'][number];

const parts: Readonly<Record<UnreadPart, Bilingual>> = {
  number: {
    vi: 'Số của báo cáo có trên trang nhưng không đọc chắc được (viết tay hoặc mờ). Xem trang đầu.',
    en: 'The report’s number is on the page but could not be read for sure (handwritten or faint). See the first page.',
  },
  date: {
    vi: 'Ngày của báo cáo có trên trang nhưng không đọc chắc được. Xem trang đầu.',
    en: 'The report’s date is on the page but could not be read for sure. See the first page.',
  },
  signer: {
    vi: 'Tên người ký có trên trang nhưng không đọc chắc được (dấu, chữ ký đè lên). Xem trang cuối.',
    en: 'The signer’s name is on the page but could not be read for sure (under seal or signature). See the last page.',
  },
};

/** Why a part of the letterhead or signature is missing. */
export function unreadPart(part: UnreadPart, language: Language): string {
  return parts[part][language];
}

/** Ink that no word covers. */
export function unreadInk(regions: number, language: Language): string {
  return language === 'vi'
    ? `Trên trang còn ${regions} chỗ có nét mực mà không đọc thành chữ được. Xem trang gốc.`
    : `On this page ${regions} place(s) hold ink that could not be read as words. See the page.`;
}
