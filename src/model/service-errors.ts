import type { ErrorKind } from './ErrorKind.js';

/** Failures of the service: its inbox, its backups, its address, and what is asked of it. */
export const serviceErrors = {
  'inbox-overlaps-data': {
    scope: 'usage',
    retryable: false,
    message: {
      vi: 'Hộp thư đến (--inbox) và thư mục dữ liệu nằm trong nhau. Hãy chọn hai thư mục tách biệt.',
      en: 'The inbox (--inbox) and the data folder contain each other. Choose two separate folders.',
    },
  },
  'inbox-unusable': {
    scope: 'machine',
    retryable: true,
    message: {
      vi: 'Không đọc hoặc ghi được hộp thư đến. Kiểm tra thư mục, quyền ghi và kết nối ổ mạng; Soát sẽ tự thử lại.',
      en: 'The inbox cannot be read or written. Check the folder, its permission and the network drive; Soát tries again.',
    },
  },
  'address-unavailable': {
    scope: 'machine',
    retryable: true,
    message: {
      vi: 'Không mở được địa chỉ mạng của dịch vụ. Có thể cổng đang được dùng; chọn cổng khác bằng --port.',
      en: 'The network address cannot be opened. Its port may be in use; choose another one with --port.',
    },
  },
  'backup-unwritable': {
    scope: 'machine',
    retryable: false,
    message: {
      vi: 'Không ghi được bản sao lưu. Kiểm tra thư mục, quyền ghi và dung lượng đĩa rồi chạy lại.',
      en: 'The backup cannot be written. Check the folder, its permission and the disk, and run again.',
    },
  },
  'backup-unusable': {
    scope: 'usage',
    retryable: false,
    message: {
      vi: 'Thư mục này không phải bản sao lưu nguyên vẹn, hoặc do một phiên bản Soát khác tạo ra. Hãy chọn bản khác, hoặc phục hồi bằng đúng phiên bản đó rồi mới nâng cấp.',
      en: 'This folder is no whole backup, or another version of Soát made it. Choose another one, or restore with that version and update afterwards.',
    },
  },
  'restore-not-empty': {
    scope: 'usage',
    retryable: false,
    message: {
      vi: 'Nơi phục hồi đã có dữ liệu nên không ghi đè. Hãy chọn thư mục dữ liệu mới bằng --data (hoặc cơ sở dữ liệu trống).',
      en: 'The place to restore to holds data already, which is not overwritten. Choose a new data folder with --data (or an empty database).',
    },
  },
  'not-signed-in': {
    scope: 'request',
    retryable: false,
    message: {
      vi: 'Bạn chưa đăng nhập hoặc phiên đã hết hạn. Hãy đăng nhập lại.',
      en: 'Not signed in. Sign in again.',
    },
  },
  'wrong-password': {
    scope: 'request',
    retryable: false,
    message: {
      vi: 'Tên đăng nhập hoặc mật khẩu không đúng. Hãy nhập lại.',
      en: 'The user name or the password is wrong. Enter them again.',
    },
  },
  'not-allowed': {
    scope: 'request',
    retryable: false,
    message: {
      vi: 'Tài khoản này không có quyền làm việc đó. Hãy hỏi người quản trị.',
      en: 'This account may not do that. Ask an administrator.',
    },
  },
  'stale-session': {
    scope: 'request',
    retryable: true,
    message: {
      vi: 'Trang đã cũ hoặc yêu cầu đến từ trang khác. Hãy tải lại trang.',
      en: 'The page is out of date, or the request came from another site. Reload the page.',
    },
  },
  'not-found': {
    scope: 'request',
    retryable: false,
    message: { vi: 'Không tìm thấy nội dung được yêu cầu.', en: 'What was asked for was not found.' },
  },
  'invalid-request': {
    scope: 'request',
    retryable: false,
    message: {
      vi: 'Yêu cầu chưa đúng dạng. Kiểm tra lại các ô đã nhập.',
      en: 'The request is not valid. Check the fields.',
    },
  },
  conflict: {
    scope: 'request',
    retryable: false,
    message: {
      vi: 'Dữ liệu đã thay đổi hoặc đã có từ trước. Hãy tải lại trang rồi thử lại.',
      en: 'The data has changed, or is there already. Reload and try again.',
    },
  },
  'too-many-requests': {
    scope: 'request',
    retryable: true,
    message: { vi: 'Quá nhiều yêu cầu. Hãy đợi một phút rồi thử lại.', en: 'Too many requests. Wait a minute.' },
  },
} as const satisfies Record<string, ErrorKind>;
