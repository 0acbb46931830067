import { type CriterionId, criteria, groups, partsOf } from './criteria.js';
import type { Heading, Numbering } from './headings.js';

/** How a report is written; the facts follow from it, not from any reader. */
export interface Manner {
  readonly numbering: Numbering;
  readonly claim: (claimed: number, max: number) => string;
  readonly subtotal: ((group: string, claimed: number, max: number) => string) | null;
  readonly total: { readonly max: boolean; readonly print: (claimed: number) => string };
  /** Points kept back from the maximum. */
  readonly less: Readonly<Partial<Record<CriterionId, number>>>;
}

export interface WrittenReport {
  readonly text: string;
  /** Paths of its sections, in order. */
  readonly paths: readonly string[];
  /** `criterion claimed/max`, sorted. */
  readonly claims: readonly string[];
}

/** A report of a made-up agency on 2023 in which every criterion cites a letter and the sums are right. */
export function writtenReport({ numbering, claim, subtotal, total, less }: Manner): WrittenReport {
  const lines = [
    'UBND TỈNH MINH HÀ',
    'SỞ DU LỊCH',
    'Số: 410/BC-SDL',
    'Minh Hà, ngày 20 tháng 12 năm 2023',
    'BÁO CÁO',
    'Tự đánh giá công tác phòng, chống tham nhũng năm 2023',
  ];
  const paths: string[] = [];
  const claims: string[] = [];
  const head = ({ lines: printed, marker }: Heading, above: readonly string[] = []): readonly string[] => {
    lines.push(...printed);
    if (marker === null) return above;
    paths.push([...above, marker].join('/'));
    return [...above, marker];
  };
  const claimedOf = (id: CriterionId, max: number) => max - (less[id] ?? 0);
  const sumOf = (parts: readonly (typeof criteria)[number][]) =>
    parts.reduce((sum, { id, max }) => sum + claimedOf(id, max), 0);
  head(numbering.part(1, 'Đặc điểm tình hình'));
  lines.push('Sở Du lịch là cơ quan chuyên môn.');
  const assessment = head(numbering.part(2, 'Kết quả tự đánh giá công tác PCTN theo các tiêu chí'));
  for (const [index, group] of groups.entries()) {
    const above = head(numbering.group(group.id, index + 1, group.title), assessment);
    for (const [place, { id, max, title }] of partsOf(group.id).entries()) {
      head(numbering.criterion(id, index + 1, place + 1, title), above);
      lines.push(`Đã ban hành Công văn số ${100 + 10 * index + place}/SDL-VP ngày ${10 + index}/${index + 2}/2023.`);
      lines.push(...claim(claimedOf(id, max), max).split('\n'));
      claims.push(`${id} ${claimedOf(id, max)}/${max}`);
    }
    const sum = sumOf(partsOf(group.id));
    if (subtotal !== null) {
      lines.push(subtotal(group.id, sum, group.max));
      claims.push(`${group.id} ${sum}/${group.max}`);
    }
  }
  lines.push(total.print(sumOf(criteria)));
  claims.push(`total ${sumOf(criteria)}/${total.max ? 100 : null}`);
  head(numbering.part(3, 'Nhận xét, đánh giá chung'));
  lines.push('Công tác PCTN được thực hiện nghiêm túc.');
  head(numbering.part(4, 'Kiến nghị, đề xuất'));
  lines.push('Đề nghị Thanh tra tỉnh tổ chức tập huấn.', 'GIÁM ĐỐC', 'Trần Văn Mẫu');
  return { text: lines.join('\n'), paths, claims: claims.sort() };
}
