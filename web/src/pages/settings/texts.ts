import type { Bilingual } from '../../../../src/model/bilingual.js';
import type { Answer } from '../../api/call.js';

/** As the server asks. */
export const shortestPassword = 10;

type Event = Answer<'GET /webhooks'>['items'][number]['events'][number];
type Scope = Answer<'GET /tokens'>['items'][number]['scopes'][number];

export const eventNames: Readonly<Record<Event, Bilingual>> = {
  'document.done': { vi: 'Đọc xong một tệp', en: 'A file was read' },
  'document.failed': { vi: 'Một tệp không đọc được', en: 'A file could not be read' },
  'round.done': { vi: 'Đọc xong cả đợt', en: 'A round was read' },
  'flag.decided': { vi: 'Xử lý một phát hiện', en: 'A flag was decided on' },
};

export const scopeNames: Readonly<Record<Scope, Bilingual>> = {
  read: { vi: 'Xem', en: 'Read' },
  export: { vi: 'Xuất tệp', en: 'Export' },
  upload: { vi: 'Nộp tệp', en: 'Hand in' },
  review: { vi: 'Thẩm định', en: 'Review' },
  administer: { vi: 'Quản trị', en: 'Administer' },
};

/** Words of the settings. */
export const texts = {
  title: { vi: 'Thiết lập', en: 'Settings' },
  rounds: { vi: 'Các đợt', en: 'Rounds' },
  roundName: { vi: 'Tên đợt', en: 'Name of the round' },
  expected: { vi: 'Cơ quan phải nộp báo cáo trong đợt đang xem', en: 'Agencies that owe a report in the round shown' },
  expectedHint: {
    vi: 'Mỗi dòng một cơ quan: Tên; Viết tắt; Loại; Cấp trên; Tên cũ; Tệp nộp – chỉ cần tên. Có thể dán từ bảng tính, hoặc thả tệp XLSX, CSV vào đây. Để trống: không có danh sách.',
    en: 'One agency a line: Name; Abbreviation; Kind; Superior; Earlier names; Files – only the name is needed. Lines of a spreadsheet can be pasted, or an XLSX or CSV file dropped here. Empty: there is no list.',
  },
  fromTable: { vi: 'Lấy từ tệp XLSX hoặc CSV', en: 'Take from an XLSX or CSV file' },
  saved: { vi: 'Đã lưu; đang đối chiếu lại', en: 'Saved; compared anew' },
  byYear: { vi: 'Theo năm của từng báo cáo', en: 'By each report’s year' },
  pipeline: { vi: 'Bộ chỉ số', en: 'Rubric' },
  users: { vi: 'Người dùng', en: 'People' },
  tokens: { vi: 'Mã truy cập cho chương trình khác', en: 'Tokens for other programs' },
  webhooks: { vi: 'Gửi tin cho hệ thống khác', en: 'Webhooks' },
  password: { vi: 'Đổi mật khẩu', en: 'Change password' },
  name: { vi: 'Tên', en: 'Name' },
  fullName: { vi: 'Họ và tên', en: 'Full name' },
  username: { vi: 'Tên đăng nhập', en: 'User name' },
  role: { vi: 'Vai trò', en: 'Role' },
  viewer: { vi: 'Người xem', en: 'Viewer' },
  reviewer: { vi: 'Người thẩm định', en: 'Reviewer' },
  administrator: { vi: 'Quản trị viên', en: 'Administrator' },
  disabled: { vi: 'Đã khóa', en: 'Disabled' },
  firstPassword: { vi: 'Mật khẩu ban đầu (ít nhất 10 ký tự)', en: 'First password (at least 10 characters)' },
  edit: { vi: 'Sửa', en: 'Edit' },
  editWebhook: { vi: 'Sửa nơi nhận tin', en: 'Edit the webhook' },
  resetPassword: { vi: 'Đặt lại mật khẩu (ít nhất 10 ký tự)', en: 'New password (at least 10 characters)' },
  resetHint: {
    vi: 'Để trống nếu không đổi. Đặt lại thì người này phải đăng nhập lại.',
    en: 'Leave empty to keep it. With a new one the person has to sign in again.',
  },
  add: { vi: 'Thêm', en: 'Add' },
  remove: { vi: 'Xóa', en: 'Remove' },
  current: { vi: 'Đợt hiện tại', en: 'Current round' },
  makeCurrent: { vi: 'Chọn làm đợt hiện tại', en: 'Make current' },
  secondReview: { vi: 'Hai người cùng thẩm định', en: 'Two people decide on each flag' },
  owner: { vi: 'Của', en: 'Owner' },
  expires: { vi: 'Hết hạn', en: 'Expires' },
  expired: { vi: 'đã hết hạn', en: 'expired' },
  never: { vi: 'không thời hạn', en: 'never' },
  lastDay: { vi: 'Dùng đến hết ngày (để trống: không thời hạn)', en: 'Last day (empty: never ends)' },
  lastUsed: { vi: 'Dùng lần cuối', en: 'Last used' },
  unused: { vi: 'chưa dùng', en: 'not yet' },
  scopes: { vi: 'Quyền', en: 'Scopes' },
  secret: { vi: 'Chép mã này ngay; mã không hiện lại lần nữa', en: 'Copy this now; it is not shown again' },
  address: { vi: 'Địa chỉ', en: 'Address' },
  events: { vi: 'Sự kiện', en: 'Events' },
  test: { vi: 'Gửi thử', en: 'Send a test' },
  enabled: { vi: 'Đang gửi', en: 'Sending' },
  lastAnswer: { vi: 'Lần gửi gần nhất', en: 'Last answer' },
  webhooksHint: {
    vi: 'Khi có việc được chọn, Soát gửi một tin có chữ ký đến địa chỉ của hệ thống khác. Tin chỉ nêu mã số, không kèm nội dung báo cáo.',
    en: 'When something chosen happens, Soát sends a signed message to another system’s address. It holds ids alone, none of a report’s text.',
  },
  noAnswer: { vi: 'không trả lời', en: 'none' },
  oldPassword: { vi: 'Mật khẩu hiện tại', en: 'Current password' },
  newPassword: { vi: 'Mật khẩu mới', en: 'New password' },
  changed: { vi: 'Đã đổi mật khẩu', en: 'Password changed' },
  apiHint: {
    vi: 'Hệ thống khác đọc kết quả qua /api/v1 bằng mã truy cập; mô tả đầy đủ:',
    en: 'Other systems read results through /api/v1 by a token; described in full at',
  },
} as const;
