import { statusNames } from '../../../../src/model/labels.js';

/** Words of the page of files. */
export const texts = {
  title: { vi: 'Các tệp đã nhận', en: 'Files handed in' },
  file: { vi: 'Tệp', en: 'File' },
  state: { vi: 'Tình trạng', en: 'State' },
  pages: { vi: 'Trang', en: 'Pages' },
  handedIn: { vi: 'Nhận lúc', en: 'Handed in' },
  agency: { vi: 'Cơ quan', en: 'Agency' },
  reasons: { vi: 'Chưa đọc được, theo lý do', en: 'What could not be read, by reason' },
  filesCount: { vi: 'tệp', en: 'files' },
  pagesCount: { vi: 'trang', en: 'pages' },
  showThese: { vi: 'Xem các tệp này', en: 'Show these' },
  showAll: { vi: 'Xem mọi tệp', en: 'Show all' },
  cancel: { vi: 'Dừng đọc', en: 'Stop reading' },
  again: { vi: 'Đọc lại', en: 'Read again' },
  againAll: { vi: 'Đọc lại những tệp lỗi', en: 'Read all failed ones again' },
  waiting: { vi: 'Đang chờ', en: 'Waiting' },
  reading: { vi: 'Đang đọc', en: 'Reading' },
  ...statusNames,
  cancelled: { vi: 'Đã dừng', en: 'Cancelled' },
  duplicate: { vi: 'Trùng tệp đã có', en: 'Duplicate' },
  inbox: { vi: 'Thư mục nhận', en: 'Inbox folder' },
  stopped: { vi: 'Việc đọc đang dừng', en: 'Reading stands still' },
  older: { vi: 'Có tệp do phiên bản Soát khác đọc', en: 'Another version of Soát read some files' },
  olderHint: {
    vi: 'Kết quả cũ vẫn giữ nguyên. Các báo cáo trong đợt chỉ được đối chiếu lại với nhau sau khi đọc lại.',
    en: 'Their results stay as they were. The reports of the round are compared anew once these are read again.',
  },
  againOlder: { vi: 'Đọc lại bằng phiên bản này', en: 'Read them again with this version' },
} as const;
