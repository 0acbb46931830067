/** Lower case without diacritics, for searching: `Đề án` is found by `de an`. */
export function withoutMarks(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');
}
