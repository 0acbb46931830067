/** A report of a made-up agency (Sở Du lịch, SDL) dated 20/12/2023 around a body, as plain text. */
export function reportText(
  body: string,
  { number = '410/BC-SDL', date = 'Minh Hà, ngày 20 tháng 12 năm 2023' }: { number?: string; date?: string } = {},
): string {
  return [
    'UBND TỈNH MINH HÀ',
    'SỞ DU LỊCH',
    ...(number === '' ? [] : [`Số: ${number}`]),
    ...(date === '' ? [] : [date]),
    'BÁO CÁO',
    'Tự đánh giá công tác phòng, chống tham nhũng năm 2023',
    'I. ĐẶC ĐIỂM TÌNH HÌNH',
    body,
  ].join('\n');
}
