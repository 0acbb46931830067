/** Words of first start and sign-in. */
export const texts = {
  product: { vi: 'Soát', en: 'Soát' },
  purpose: {
    vi: 'Đọc báo cáo tự đánh giá công tác phòng, chống tham nhũng và nêu những chỗ cần hỏi lại.',
    en: 'Reads self-assessment reports on anti-corruption work and raises what should be asked about.',
  },
  welcome: { vi: 'Bắt đầu sử dụng', en: 'Getting started' },
  welcomeHint: {
    vi: 'Đặt tài khoản quản trị đầu tiên. Người khác chỉ vào được bằng tài khoản do quản trị viên tạo.',
    en: 'Set up the first administrator. Others enter only with an account that an administrator makes.',
  },
  signIn: { vi: 'Đăng nhập', en: 'Sign in' },
  fullName: { vi: 'Họ và tên', en: 'Full name' },
  username: { vi: 'Tên đăng nhập', en: 'User name' },
  usernameHint: {
    vi: 'Chữ thường không dấu, số, dấu chấm hoặc gạch ngang; từ 2 đến 40 ký tự',
    en: 'Lower-case letters, digits, dots or dashes; 2 to 40 characters',
  },
  password: { vi: 'Mật khẩu', en: 'Password' },
  passwordHint: { vi: 'Ít nhất 10 ký tự', en: 'At least 10 characters' },
  repeat: { vi: 'Nhập lại mật khẩu', en: 'Repeat the password' },
  repeatDiffers: { vi: 'Hai lần nhập chưa giống nhau', en: 'The two do not match' },
  start: { vi: 'Tạo tài khoản và vào', en: 'Make the account and enter' },
  enter: { vi: 'Vào', en: 'Enter' },
  again: { vi: 'Thử lại', en: 'Try again' },
} as const;
