import type { Language } from '../model/bilingual.js';

/** What the commands say, in the language that `--lang` names. */
const texts = {
  reading: { vi: 'Đang đọc', en: 'Reading' },
  drawing: { vi: 'Đang ghi trang HTML', en: 'Writing pages' },
  pictures: { vi: 'ảnh trang', en: 'pictures' },
  pages: { vi: 'trang', en: 'pages' },
  perMinute: { vi: 'trang/phút', en: 'pages/min' },
  left: { vi: 'còn', en: 'left' },
  documents: { vi: 'tệp', en: 'files' },
  complete: { vi: 'đọc đủ', en: 'complete' },
  partial: { vi: 'đọc một phần', en: 'partial' },
  failed: { vi: 'không đọc được', en: 'failed' },
  duplicate: { vi: 'trùng nội dung', en: 'duplicate' },
  aside: { vi: 'Bỏ qua (không phải tài liệu)', en: 'Set aside (no documents)' },
  namesMasked: {
    vi: 'Đã che tên người ký và tên đứng sau “ông”, “bà”, “anh”, “chị”, “đồng chí”. Tên không có từ xưng hô đi trước và tên tệp còn nguyên; ảnh trang không kèm theo vì ảnh không che được. Đề nghị xem lại trước khi gửi.',
    en: 'Signers and names behind a word of address (ông, bà, anh, chị, đồng chí) are masked. Names without one and file names stay; pictures of pages are left out, for they cannot be masked. Look through the files before sending them.',
  },
  results: { vi: 'Kết quả', en: 'Results' },
  noFindings: { vi: 'Không có điểm nào cần hỏi.', en: 'Nothing to ask.' },
  page: { vi: 'Trang', en: 'Page' },
  rule: { vi: 'Quy tắc', en: 'Rule' },
  finding: { vi: 'Nội dung cần xem', en: 'What to look at' },
  round: { vi: 'ĐỐI CHIẾU GIỮA CÁC CƠ QUAN', en: 'ACROSS AGENCIES' },
  agency: { vi: 'Cơ quan', en: 'Agency' },
  unlisted: { vi: 'Không có trong danh sách', en: 'Not on the list' },
  perhaps: { vi: 'có thể của', en: 'may be of' },
  undecided: { vi: 'Cần xác định của cơ quan nào', en: 'Whose these are has to be said' },
  lookFirst: { vi: 'NÊN XEM TRƯỚC', en: 'WHAT TO LOOK AT FIRST' },
  sinceLast: { vi: 'So với lần chạy trước', en: 'Since the last run' },
  newFlags: { vi: 'mới', en: 'new' },
  unchangedFlags: { vi: 'giữ nguyên', en: 'unchanged' },
  goneFlags: { vi: 'không còn', en: 'gone' },
  citedEvidence: { vi: 'Văn bản dẫn làm minh chứng', en: 'Documents cited as evidence' },
  handedIn: { vi: 'có trong hồ sơ', en: 'handed in' },
  handedInDiffering: { vi: 'bản gửi kèm ghi khác', en: 'differing' },
  notHandedIn: { vi: 'chưa có', en: 'not handed in' },
  cannotTell: { vi: 'chưa xác định được', en: 'cannot tell' },
  noRubricForYear: {
    vi: 'Chưa có bộ chỉ số của năm này nên không xét các quy tắc dựa vào thang điểm; dùng quy trình',
    en: 'There is no rubric for this year, so rules that need its points do not apply; pipeline used:',
  },
  ok: { vi: 'đạt', en: 'ok' },
  lacking: { vi: 'THIẾU', en: 'LACKING' },
  workerNeedsServer: {
    vi: 'soat worker cần DATABASE_URL: cơ sở dữ liệu nhúng chỉ dùng cho một tiến trình',
    en: 'soat worker needs DATABASE_URL: the embedded database serves one process only',
  },
  workerReady: { vi: 'Đã sẵn sàng nhận việc.', en: 'Ready for work.' },
  workerGoesOn: { vi: 'Tiếp tục làm việc.', en: 'Work goes on.' },
  queueRebuilt: {
    vi: 'Đã dựng lại hàng đợi; số tài liệu còn phải đọc',
    en: 'Queue rebuilt; documents still to be read',
  },
  queue: { vi: 'Hàng đợi', en: 'Queue' },
  jobsWaiting: { vi: 'việc chờ', en: 'jobs waiting' },
  jobsActive: { vi: 'đang làm', en: 'in work' },
  oldest: { vi: 'chờ lâu nhất', en: 'oldest' },
  standsStill: { vi: 'Việc đọc đang dừng', en: 'Reading stands still' },
  noRounds: { vi: 'Chưa có đợt nào trong dịch vụ.', en: 'The service has no rounds.' },
  current: { vi: 'đang nhận', en: 'current' },
  cancelled: { vi: 'đã hủy', en: 'cancelled' },
  waiting: { vi: 'chờ', en: 'waiting' },
  beingRead: { vi: 'đang đọc', en: 'being read' },
  lastAudit: { vi: 'Lần soat audit gần nhất', en: 'Last soat audit' },
  retried: { vi: 'Số tài liệu được đọc lại', en: 'Documents read again' },
  forgotten: {
    vi: 'Số lỗi cũ được bỏ để soat audit lần sau đọc lại',
    en: 'Failures forgotten, for the next soat audit to try again',
  },
  roundCancelled: {
    vi: 'Đã hủy phần chưa đọc của đợt; những gì đã đọc được giữ lại. Đọc tiếp bằng soat retry --round',
    en: 'What was not yet read of the round is cancelled; what was read is kept. Go on with soat retry --round',
  },
  backedUp: { vi: 'Đã sao lưu vào', en: 'Backed up to' },
  restored: { vi: 'Đã phục hồi từ', en: 'Restored from' },
  rowsOfData: { vi: 'dòng dữ liệu', en: 'rows of data' },
  originals: { vi: 'bản gốc', en: 'originals' },
  originalsGone: { vi: 'bản gốc không còn trong kho', en: 'originals no longer kept' },
  interrupted: {
    vi: 'Đã dừng. Những trang đã đọc được giữ lại; chạy lại lệnh này để đọc tiếp.',
    en: 'Stopped. What was read is kept; run the same command to go on.',
  },
} as const;

export type TextKey = keyof typeof texts;

export function text(key: TextKey, language: Language): string {
  return texts[key][language];
}
