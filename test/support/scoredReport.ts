/** The criteria that most reports score, with their headings and maxima. */
const parts = [
  [
    'A',
    '1. Đánh giá việc lãnh đạo, chỉ đạo công tác PCTN; việc xây dựng và hoàn thiện chính sách, pháp luật về PCTN:',
    20,
  ],
  ['B', '2. Đánh giá việc thực hiện các biện pháp phòng ngừa tham nhũng:', null],
  ['B.1', '2.1. Công tác phòng ngừa tham nhũng trong cơ quan, tổ chức, đơn vị khu vực Nhà nước:', 27],
  ['B.2', '2.2. Công tác phòng ngừa tham nhũng trong doanh nghiệp, tổ chức khu vực ngoài Nhà nước:', 3],
  ['C', '3. Đánh giá việc phát hiện và xử lý tham nhũng:', null],
  ['C.1', '3.1. Đánh giá việc phát hiện hành vi tham nhũng:', 12],
  ['C.2', '3.2. Đánh giá việc xử lý tham nhũng:', 20],
  ['C.3', '3.3. Đánh giá kết quả xử lý hành vi khác vi phạm pháp luật về PCTN:', 8],
  ['D', '4. Đánh giá việc thu hồi tài sản tham nhũng:', null],
  [
    'D.1',
    '4.1. Đánh giá kết quả thu hồi tiền, tài sản tham nhũng qua công tác kiểm tra, giám sát, thanh tra, giải quyết đơn tố cáo, phản ánh:',
    5,
  ],
  [
    'D.2',
    '4.2. Đánh giá kết quả thu hồi tiền, tài sản tham nhũng qua công tác điều tra, truy tố, xét xử, thi hành án:',
    5,
  ],
] as const;

export type ScoredPart = (typeof parts)[number][0];

/** What stands below a heading; null leaves the section out. Left out itself: a document, and full marks. */
export type ScoredContent = Partial<Record<ScoredPart | 'total', string | null>>;

/**
 * A report of a made-up agency (Sở Du lịch, SDL) on 2023 that claims 100 of 100 points with a document for each criterion,
 * but for what `content` changes. `behind` stands below the signature.
 */
export function scoredReport(content: ScoredContent = {}, behind: readonly string[] = []): string {
  const sections = parts.flatMap(([id, heading, max], index) => {
    const given = content[id];
    if (given === null) return [];
    const usual =
      max === null
        ? []
        : [
            `Đã ban hành Văn bản số ${30 + index}/SDL-VP ngày ${10 + index}/3/2023.`,
            `Tự đánh giá đạt: ${max}/${max} điểm`,
          ];
    return [heading, ...(given === undefined ? usual : [given])];
  });
  const total = content.total === undefined ? 'Tổng điểm tự đánh giá: 100/100 điểm.' : content.total;
  return [
    'UBND TỈNH MINH HÀ',
    'SỞ DU LỊCH',
    'Số: 410/BC-SDL',
    'Minh Hà, ngày 20 tháng 12 năm 2023',
    'BÁO CÁO',
    'Tự đánh giá công tác phòng, chống tham nhũng năm 2023',
    'I. ĐẶC ĐIỂM TÌNH HÌNH',
    'Sở Du lịch là cơ quan chuyên môn.',
    'II. ĐÁNH GIÁ CÔNG TÁC PCTN',
    ...sections,
    ...(total === null ? [] : ['5. Điểm tự đánh giá công tác PCTN năm 2023:', total]),
    'III. TỰ ĐÁNH GIÁ CHUNG',
    'Công tác được duy trì.',
    'IV. KIẾN NGHỊ, ĐỀ XUẤT',
    'Đề nghị tổ chức tập huấn.',
    'Sở Du lịch trân trọng báo cáo./.',
    'GIÁM ĐỐC',
    'Trần Văn Mẫu',
    ...behind,
  ].join('\n');
}

/** An appendix with a table of points: rows of number, title, maximum and claim. */
export function scoreTable(...rows: readonly string[]): readonly string[] {
  return ['PHỤ LỤC', 'BẢNG TỰ CHẤM ĐIỂM', 'TT\tTiêu chí\tĐiểm tối đa\tĐiểm tự chấm', ...rows];
}

/** The row of a criterion in such a table. */
export function scoreRow(id: ScoredPart, max: string, claim: string): string {
  const heading = parts.find(([one]) => one === id)?.[1] ?? '';
  const [, number = '', title = ''] = /^(\d+(?:\.\d+)?)\.\s+(.+):$/.exec(heading) ?? [];
  return [number, title, max, claim].join('\t');
}
