/** Words that several pages share. */
export const texts = {
  search: { vi: 'Tìm (không cần dấu)', en: 'Search' },
  all: { vi: 'Tất cả', en: 'All' },
  more: { vi: 'Xem thêm', en: 'Show more' },
  none: { vi: 'Không có mục nào.', en: 'Nothing here.' },
  loading: { vi: 'Đang tải…', en: 'Loading…' },
  close: { vi: 'Đóng', en: 'Close' },
  cancel: { vi: 'Thôi', en: 'Cancel' },
  save: { vi: 'Lưu', en: 'Save' },
  page: { vi: 'Trang', en: 'Page' },
  of: { vi: 'trên', en: 'of' },
} as const;
