/** Words of the page of all flags. */
export const texts = {
  title: { vi: 'Các phát hiện trong đợt', en: 'Flags of the round' },
  severity: { vi: 'Mức độ', en: 'Severity' },
  review: { vi: 'Xử lý', en: 'Review' },
  rule: { vi: 'Quy tắc', en: 'Rule' },
  agency: { vi: 'Cơ quan', en: 'Agency' },
  points: { vi: 'Điểm', en: 'Points' },
  finding: { vi: 'Nội dung cần xem', en: 'Finding' },
  bulk: { vi: 'Xử lý cả danh sách', en: 'Decide on the whole list' },
  bulkAccept: { vi: 'Giữ lại tất cả', en: 'Accept all' },
  bulkDismiss: { vi: 'Bỏ qua tất cả', en: 'Dismiss all' },
  done: { vi: 'Đã xử lý', en: 'Decided on' },
  undo: { vi: 'Hoàn tác', en: 'Undo' },
} as const;
