/** Words of the frame around every page. */
export const texts = {
  skip: { vi: 'Đến nội dung', en: 'Skip to content' },
  navigation: { vi: 'Các trang', en: 'Pages' },
  agencies: { vi: 'Cơ quan', en: 'Agencies' },
  flags: { vi: 'Phát hiện', en: 'Flags' },
  files: { vi: 'Tệp', en: 'Files' },
  rules: { vi: 'Quy tắc', en: 'Rules' },
  settings: { vi: 'Thiết lập', en: 'Settings' },
  round: { vi: 'Đợt', en: 'Round' },
  light: { vi: 'Nền sáng', en: 'Light' },
  dark: { vi: 'Nền tối', en: 'Dark' },
  otherLanguage: { vi: 'English', en: 'Tiếng Việt' },
  signOut: { vi: 'Đăng xuất', en: 'Sign out' },
  account: { vi: 'Tài khoản', en: 'Account' },
  keys: { vi: 'Phím tắt', en: 'Keys' },
} as const;
