/** Words of the round's page. */
export const texts = {
  title: { vi: 'Các cơ quan trong đợt', en: 'Agencies of the round' },
  noRound: {
    vi: 'Chưa có đợt nào. Quản trị viên sẽ mở đợt đầu tiên.',
    en: 'There is no round yet. An administrator opens the first.',
  },
  firstRound: { vi: 'Mở đợt đầu tiên', en: 'Open the first round' },
  firstRoundHint: {
    vi: 'Một đợt gồm báo cáo của các cơ quan trong một năm. Mở đợt rồi thả báo cáo vào thư mục nhận, hoặc vào trang này.',
    en: 'A round holds the reports of all agencies for a year. Open one, then drop reports into the inbox folder or onto this page.',
  },
  table: { vi: 'Bảng', en: 'Table' },
  heat: { vi: 'Bản đồ điểm', en: 'Heat map' },
  across: { vi: 'Giữa các cơ quan', en: 'Across agencies' },
  acrossHint: {
    vi: 'Những chỗ thấy được khi đặt các báo cáo trong đợt cạnh nhau; đối chiếu lại mỗi khi đọc xong báo cáo mới.',
    en: 'What shows when the reports of the round stand side by side; compared anew whenever new reports are read.',
  },
  acrossNone: {
    vi: 'Chưa thấy chỗ nào cần hỏi khi đặt các báo cáo cạnh nhau.',
    en: 'Side by side, the reports raise no question so far.',
  },
  agency: { vi: 'Cơ quan', en: 'Agency' },
  status: { vi: 'Tình trạng', en: 'Status' },
  claimed: { vi: 'Tự chấm', en: 'Self-score' },
  suggested: { vi: 'Đề nghị', en: 'Suggested' },
  atStake: { vi: 'Điểm cần xem', en: 'Points at stake' },
  atStakeHint: {
    vi: 'Tổng điểm tự chấm của các tiêu chí có chỗ chưa khớp hoặc cần giải trình',
    en: 'Points claimed for criteria that have a mismatch or something to be explained',
  },
  flags: { vi: 'Phát hiện', en: 'Flags' },
  open: { vi: 'Chưa xử lý', en: 'Open' },
  attachments: { vi: 'Minh chứng', en: 'Evidence files' },
  sort: { vi: 'Xếp theo', en: 'Sort by' },
  name: { vi: 'Tên', en: 'Name' },
  export: { vi: 'Xuất bảng tính', en: 'Export workbook' },
  heatHint: {
    vi: 'Ô đậm: tự chấm gần tối đa. Ký hiệu: số phát hiện ở tiêu chí đó.',
    en: 'Darker: closer to the maximum. Sign: flags at that criterion.',
  },
  submitted: { vi: 'Đã nộp', en: 'Submitted' },
  missing: { vi: 'Chưa nộp', en: 'Missing' },
  'other-year': { vi: 'Khác năm', en: 'Other year' },
} as const;
