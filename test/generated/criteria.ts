/** The criteria that reports score, under titles that an agency might write itself; none is the rubric's own. */
export const criteria = [
  { id: 'A.1', max: 5, title: 'Việc lãnh đạo, chỉ đạo công tác PCTN' },
  { id: 'A.2', max: 15, title: 'Thực hiện kế hoạch PCTN của cấp tỉnh' },
  { id: 'B.1', max: 27, title: 'Phòng ngừa tham nhũng trong cơ quan, tổ chức, đơn vị khu vực nhà nước' },
  { id: 'B.2', max: 3, title: 'Phòng ngừa tham nhũng trong doanh nghiệp, tổ chức khu vực ngoài nhà nước' },
  { id: 'C.1', max: 12, title: 'Việc phát hiện hành vi tham nhũng' },
  { id: 'C.2', max: 20, title: 'Việc xử lý tham nhũng' },
  { id: 'C.3', max: 8, title: 'Xử lý hành vi khác vi phạm pháp luật về PCTN' },
  {
    id: 'D.1',
    max: 5,
    title: 'Thu hồi tài sản tham nhũng qua kiểm tra, giám sát, thanh tra, giải quyết tố cáo, phản ánh',
  },
  { id: 'D.2', max: 5, title: 'Thu hồi tài sản tham nhũng qua điều tra, truy tố, xét xử, thi hành án' },
] as const;

export const groups = [
  { id: 'A', max: 20, title: 'Lãnh đạo, chỉ đạo, xây dựng và hoàn thiện chính sách, pháp luật về PCTN' },
  { id: 'B', max: 30, title: 'Thực hiện các biện pháp phòng ngừa tham nhũng' },
  { id: 'C', max: 40, title: 'Phát hiện và xử lý tham nhũng' },
  { id: 'D', max: 10, title: 'Thu hồi tài sản tham nhũng' },
] as const;

export type Criterion = (typeof criteria)[number];
export type CriterionId = Criterion['id'];

export const partsOf = (group: string): readonly Criterion[] => criteria.filter(({ id }) => id.startsWith(`${group}.`));

/** Points as Vietnamese print them. */
export const points = (value: number): string => String(value).replace('.', ',');
