import type { SoatBatch } from './batch.js';
import type { Bilingual } from './bilingual.js';

/** A file of which nobody knows whose it is, with the listed agencies that it may be of. */
export interface DoubtfulMatch {
  readonly file: string;
  readonly agencies: readonly string[];
}

/** The files of a round that wait for somebody to say whose they are, in the order in which agencies name them. */
export function doubtfulMatches({ agencies }: Pick<SoatBatch, 'agencies'>): readonly DoubtfulMatch[] {
  const perhaps = new Map<string, Set<string>>();
  for (const { name, doubtful } of agencies) {
    for (const file of doubtful) perhaps.set(file, (perhaps.get(file) ?? new Set()).add(name ?? ''));
  }
  return [...perhaps].map(([file, names]) => ({ file, agencies: [...names] }));
}

/** How somebody says it. */
export const howToConfirm: Bilingual = {
  vi: 'Ghi tên tệp hoặc thư mục vào cột “Tệp nộp” ở dòng của đúng cơ quan trong danh sách (--agencies) rồi chạy lại; trang đã đọc không phải đọc lại.',
  en: 'Write the file’s or folder’s name into the column “Tệp nộp” of the right agency in the list (--agencies) and run again; no page is read twice.',
};
