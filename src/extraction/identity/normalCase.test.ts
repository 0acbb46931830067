import { describe, expect, it } from 'vitest';
import { loadVocabulary } from '../../pipeline/loadVocabulary.js';
import { agencyCase, sentenceCase } from './normalCase.js';

const { identity } = loadVocabulary();

describe('an agency in capitals is written as usual', () => {
  it.each([
    ['SỞ TÀI CHÍNH', 'Sở Tài chính'],
    ['SỞ GIÁO DỤC VÀ ĐÀO TẠO', 'Sở Giáo dục và Đào tạo'],
    ['SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI', 'Sở Lao động - Thương binh và Xã hội'],
    ['SỞ NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG THÔN', 'Sở Nông nghiệp và Phát triển nông thôn'],
    ['UBND QUẬN NGÔ QUYỀN', 'UBND quận Ngô Quyền'],
    ['ỦY BAN NHÂN DÂN HUYỆN KIẾN THỤY', 'Ủy ban nhân dân huyện Kiến Thụy'],
    ['UBND THÀNH PHỐ HẢI PHÒNG', 'UBND thành phố Hải Phòng'],
    ['BAN QUẢN LÝ KHU KINH TẾ QUẢNG NINH', 'Ban Quản lý Khu kinh tế Quảng Ninh'],
    ['THANH TRA TỈNH', 'Thanh tra tỉnh'],
    ['BẢO HIỂM XÃ HỘI TỈNH LÀO CAI', 'Bảo hiểm xã hội tỉnh Lào Cai'],
    ['UBND THỊ XÃ SƠN TÂY', 'UBND thị xã Sơn Tây'],
    ['CỤC THUẾ THÀNH PHỐ CẦN THƠ', 'Cục Thuế thành phố Cần Thơ'],
    ['CHI CỤC KIỂM LÂM', 'Chi cục Kiểm lâm'],
    ['BỆNH VIỆN ĐA KHOA TỈNH', 'Bệnh viện Đa khoa tỉnh'],
    ['Sở Y tế', 'Sở Y tế'],
  ])('%s', (printed, usual) => expect(agencyCase(printed, identity)).toBe(usual));
});

it('a summary in capitals becomes a sentence that keeps provinces and abbreviations', () => {
  expect(sentenceCase('TỰ ĐÁNH GIÁ CÔNG TÁC PCTN TỈNH LÀO CAI NĂM 2023', identity)).toBe(
    'Tự đánh giá công tác PCTN tỉnh Lào Cai năm 2023',
  );
});
