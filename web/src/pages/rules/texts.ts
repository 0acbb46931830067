/** Words of the catalogue. */
export const texts = {
  title: { vi: 'Danh mục quy tắc', en: 'Catalogue of rules' },
  rule: { vi: 'Quy tắc', en: 'Rule' },
  severity: { vi: 'Mức độ trong đợt', en: 'Severity in this round' },
  fired: { vi: 'Đã nêu', en: 'Raised' },
  cannotJudge: { vi: 'Chưa kết luận', en: 'Cannot judge' },
  accepted: { vi: 'Giữ lại', en: 'Accepted' },
  dismissed: { vi: 'Bỏ qua', en: 'Dismissed' },
  share: { vi: 'Tỷ lệ bỏ qua', en: 'Share dismissed' },
  back: { vi: 'Về danh mục', en: 'Back to the catalogue' },
} as const;
