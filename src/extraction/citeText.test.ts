import { describe, expect, it } from 'vitest';
import { extractCitations } from '../index.js';

/** Each citation as `full` or `full @ date`; laws by name by what is printed. */
function cited(text: string): string[] {
  return extractCitations(text).map(
    ({ full, date, text: printed }) => `${full ?? printed}${date === null ? '' : ` @ ${date}`}`,
  );
}

describe('numbers and symbols', () => {
  it.each([
    ['a named type', 'Kế hoạch số 321/KH-SKHCN', ['321/KH-SKHCN']],
    ['no word số', 'theo Quyết định 71/QĐ-BQL', ['71/QĐ-BQL']],
    ['a colon behind số', 'Quyết định số: 71/QĐ-BQL', ['71/QĐ-BQL']],
    ['a type word in small letters', 'đã xây dựng kế hoạch số 321/KH-SKHCN', ['321/KH-SKHCN']],
    [
      'an abbreviated type',
      'KH số 321/KH-SKHCN; QĐ 71/QĐ-BQL; NĐ 59/2019/NĐ-CP',
      ['321/KH-SKHCN', '71/QĐ-BQL', '59/2019/NĐ-CP'],
    ],
    ['all in capitals', 'THỰC HIỆN CHỈ THỊ SỐ 10/CT-TTG', ['10/CT-TTg']],
    ['a symbol in small letters', 'quyết định số 71/qđ-ubnd; kế hoạch số 12/kh-sxd', ['71/QĐ-UBND', '12/KH-SXD']],
    ['a công văn with its unit', 'Công văn số 418/SKHCN-VP', ['418/SKHCN-VP']],
    [
      'points and ampersands in a symbol',
      'Văn bản số 77/TTCP-C.IV và số 78/SNV-CCHC&PC',
      ['77/TTCP-C.IV', '78/SNV-CCHC&PC'],
    ],
    ['a year inside the number', 'Thông tư số 04/2014/TT-TTCP', ['04/2014/TT-TTCP']],
    ['a law number', 'Luật số 25/2018/QH14', ['25/2018/QH14']],
    ['joint documents', 'Thông tư liên tịch số 55/2015/TTLT-BTNMT-BNV', ['55/2015/TTLT-BTNMT-BNV']],
    ['an inserted number', 'Nghị quyết số 30c/NQ-CP', ['30c/NQ-CP']],
    ['the Party form', 'Chỉ thị số 50-CT/TW', ['50-CT/TW']],
    ['the Party form with a lost hyphen', 'Quyết định số 84 QĐ/TWĐTN', ['84-QĐ/TWĐTN']],
    ['a Party document numbered in the State form', 'Nghị quyết số 18/NQ-TW', ['18/NQ-TW']],
    ['old decisions', 'Quyết định số 240/TTg; Quyết định số 176-HĐBT', ['240/TTg', '176-HĐBT']],
    ['a second slash', 'Thông báo số 93/TB/VP', ['93/TB/VP']],
    ['a symbol without type and unit', 'Văn bản số 3806/BQL', ['3806/BQL']],
    ['leading zeros', 'Công văn số 05/BNV-VP', ['05/BNV-VP']],
    ['a bare number in brackets', 'giấy mời họp (44/GM-UBND)', ['44/GM-UBND']],
    ['a number without symbol', 'theo Nghị quyết số 25 của Hội nghị Trung ương', ['25']],
    ['a type outside the decree', 'Kiến nghị số 09/KN-VKS; Yêu cầu số 4/YC-STP', ['09/KN-VKS', '4/YC-STP']],
    ['a code nobody lists before a known organ', 'Sổ tay số 12/STNV-STP', ['12/STNV-STP']],
    ['a new series with a point', 'Nghị quyết số 66.13/2026/NQ-CP', ['66.13/2026/NQ-CP']],
  ])('reads %s', (_, text, expected) => expect(cited(text)).toEqual(expected));
});

describe('what setting and scanning do to a number', () => {
  it.each([
    ['spaces around hyphens', 'Quyết định số 71/QĐ- UBND, Chương trình số 05- CTr/TU', ['71/QĐ-UBND', '05-CTr/TU']],
    ['spaces around everything', 'Quyết định số 71 / QĐ - BQL ngày 06 / 01 / 2023', ['71/QĐ-BQL @ 2023-01-06']],
    ['a line end behind số', 'Kế hoạch số\n321/KH-SYT ngày\n17/02/2023', ['321/KH-SYT @ 2023-02-17']],
    ['a line end inside the symbol', 'Công văn số 143/SYT-\nNVY ngày 15/01/2025', ['143/SYT-NVY @ 2025-01-15']],
    ['a narrow column', 'Nghị quyết\nsố\n78/2017/N\nQ-HĐND\nngày\n24/4/2017', ['78/2017/NQ-HĐND @ 2017-04-24']],
    ['a page number in the gap', 'Thông báo số 372/TB-SYT 5 ngày 17/02/2023', ['372/TB-SYT @ 2023-02-17']],
    ['other dashes and slashes', 'Quyết định số 12⁄QĐ–SYT ngày 15⁄01⁄2023', ['12/QĐ-SYT @ 2023-01-15']],
    ['eth for Đ', 'QÐ số 50/QÐ-BQL', ['50/QĐ-BQL']],
    ['D for Đ where nothing else is meant', 'Quyết định số 50/QD-UBND', ['50/QĐ-UBND']],
    ['O between digits', 'Quyết định số 1O5/QĐ-SYT', ['105/QĐ-SYT']],
    ['letters in a date', 'lệnh số 49-LTC/HĐNN ngày 02/0l/1991', ['49-LTC/HĐNN @ 1991-01-02']],
    ['unofficial capitals', 'Tờ trình số 12/TTR-SYT; Chương trình số 5-CTR/TU', ['12/TTr-SYT', '5-CTr/TU']],
    ['lost spaces', 'đã ban hànhKế hoạch số12/KH-SYTngày 5/1/2023', ['12/KH-SYT @ 2023-01-05']],
    ['lost diacritics', 'Quyêt đinh sô 50/QĐ-BQL', ['50/QĐ-BQL']],
    [
      'letters of the type read as digits',
      'Tờ trình số 12/77r-SYT; Quyết định số 50/0Đ-BQL',
      ['12/77r-SYT', '50/0Đ-BQL'],
    ],
    ['a number of three parts in three', 'Thông tư số 04/ 2014/ TT-TTCP', ['04/2014/TT-TTCP']],
    ['a number of three parts on three lines', 'Thông tư số 04/\n2014/\nTT-TTCP', ['04/2014/TT-TTCP']],
    ['decomposed letters', 'Quyết định số 50/QĐ-BQL'.normalize('NFD'), ['50/QĐ-BQL']],
  ])('%s', (_, text, expected) => expect(cited(text)).toEqual(expected));

  it('a bullet on the next line is no part of the symbol', () => {
    expect(cited('theo Kế hoạch số 12/KH-SYT\n- UBND huyện đã phối hợp')).toEqual(['12/KH-SYT']);
    expect(cited('theo Kế hoạch số 12/KH-SYT - UBND huyện đã phối hợp')).toEqual(['12/KH-SYT']);
  });
});

describe('dates', () => {
  it.each([
    ['with slashes', 'Kế hoạch số 12/KH-SYT ngày 03/3/2023', '2023-03-03'],
    ['with points', 'Kế hoạch số 12/KH-SYT ngày 3.3.2023', '2023-03-03'],
    ['with hyphens', 'Kế hoạch số 12/KH-SYT ngày 3-3-2023', '2023-03-03'],
    ['in words', 'Kế hoạch số 12/KH-SYT ngày 03 tháng 3 năm 2023', '2023-03-03'],
    ['with the month’s name', 'Kế hoạch số 12/KH-SYT ngày 29 tháng Chín năm 2023', '2023-09-29'],
    ['with a month’s name of two words', 'Kế hoạch số 12/KH-SYT ngày 02 tháng Mười hai năm 2023', '2023-12-02'],
    ['with the fifth month’s name', 'Kế hoạch số 12/KH-SYT ngày 09 tháng Năm năm 2023', '2023-05-09'],
    ['without its month', 'Kế hoạch số 12/KH-SYT ngày 09 tháng năm 2023', null],
    ['behind a comma', 'Chỉ thị số 50-CT/TW, ngày 07-12-2015', '2015-12-07'],
    ['with the verb', 'Kế hoạch số 12/KH-SYT ban hành ngày 03/3/2023', '2023-03-03'],
    ['in brackets', 'Kế hoạch số 12/KH-SYT (ngày 03/3/2023)', '2023-03-03'],
    ['in brackets without ngày', 'Kế hoạch số 12/KH-SYT (03/3/2023)', '2023-03-03'],
    ['in the next cell', 'Kế hoạch số 12/KH-SYT\t03/3/2023', '2023-03-03'],
    ['behind the issuer', 'Kế hoạch số 12/KH-SYT của Sở Y tế ngày 03/3/2023', '2023-03-03'],
    ['behind the issuer and a verb', 'Kế hoạch số 12/KH-SYT của Giám đốc Sở Y tế ký ngày 03/3/2023', '2023-03-03'],
    ['behind the summary', 'Kế hoạch số 12/KH-SYT về tự kiểm tra nội bộ, ngày 03/3/2023 của Sở Y tế', '2023-03-03'],
    ['with another verb', 'Kế hoạch số 12/KH-SYT được ban hành vào ngày 03/3/2023', '2023-03-03'],
    ['before the number', 'Ngày 03/3/2023 UBND tỉnh ban hành Kế hoạch số 12/KH-UBND', '2023-03-03'],
    [
      'before the number, in words',
      'Ngày 03 tháng 3 năm 2023, Sở Y tế đã ban hành Kế hoạch số 12/KH-SYT',
      '2023-03-03',
    ],
    ['that no calendar has', 'Kế hoạch số 12/KH-SYT ngày 31/6/2023', null],
    ['with a thirteenth month', 'Kế hoạch số 12/KH-SYT ngày 12/13/2023', null],
    ['without a year', 'Kế hoạch số 12/KH-SYT ngày 12/3', null],
    ['of the year alone', 'Kế hoạch số 12/KH-SYT năm 2023', null],
    ['of what was done by it', 'Thực hiện Kế hoạch số 12/KH-SYT, ngày 12/3/2023 Sở đã tổ chức hội nghị', null],
    ['whose day was left blank', 'Kế hoạch số 12/KH-SYT ngày …/3/2023', null],
    ['of something else in the sentence', 'Kế hoạch số 12/KH-SYT về hội nghị ngày 12/3/2023', null],
    ['of another sentence', 'Họp ngày 03/3/2023. Sở Y tế ban hành Kế hoạch số 12/KH-SYT', null],
  ])('a date %s', (_, text, date) => expect(extractCitations(text)[0]?.date).toBe(date));

  it('a list takes the day that it says is the same, or that opened the clause', () => {
    expect(cited('Quyết định số 12/QĐ-SYT và Quyết định số 13/QĐ-SYT cùng ngày 03/3/2023')).toEqual([
      '12/QĐ-SYT @ 2023-03-03',
      '13/QĐ-SYT @ 2023-03-03',
    ]);
    expect(cited('Ngày 03/3/2023, Sở Y tế ban hành Kế hoạch số 12/KH-SYT và Kế hoạch số 13/KH-SYT')).toEqual([
      '12/KH-SYT @ 2023-03-03',
      '13/KH-SYT @ 2023-03-03',
    ]);
  });

  it('a number with its own year takes no date of another from its list', () => {
    expect(cited('các Nghị định số 59/2019/NĐ-CP, số 130/2020/NĐ-CP ngày 30/10/2020')).toEqual([
      '59/2019/NĐ-CP',
      '130/2020/NĐ-CP @ 2020-10-30',
    ]);
  });

  it('the span runs through a date beside the number, and no further than the number otherwise', () => {
    const texts = ['Kế hoạch số 12/KH-SYT ngày 03/3/2023 của Sở', 'Kế hoạch số 12/KH-SYT của Sở Y tế ngày 03/3/2023'];
    expect(texts.map((text) => extractCitations(text)[0]?.text)).toEqual([
      'Kế hoạch số 12/KH-SYT ngày 03/3/2023',
      'Kế hoạch số 12/KH-SYT',
    ]);
  });
});

describe('lists', () => {
  it.each([
    [
      'share the type',
      'các Kế hoạch số 12/KH-SYT ngày 1/2/2023, số 15/KH-SYT ngày 2/2/2023',
      ['12/KH-SYT @ 2023-02-01', '15/KH-SYT @ 2023-02-02'],
    ],
    [
      'share the date',
      'các Kế hoạch số 12/KH-SYT, số 15/KH-SYT ngày 2/2/2023',
      ['12/KH-SYT @ 2023-02-02', '15/KH-SYT @ 2023-02-02'],
    ],
    [
      'share symbol and date',
      'các Quyết định số 12, 13 và 14/QĐ-SYT ngày 2/2/2023',
      ['12/QĐ-SYT @ 2023-02-02', '13/QĐ-SYT @ 2023-02-02', '14/QĐ-SYT @ 2023-02-02'],
    ],
    [
      'leave the symbol to the first',
      'Quyết định số 12/QĐ-SYT và số 13 ngày 2/2/2023',
      ['12/QĐ-SYT @ 2023-02-02', '13/QĐ-SYT @ 2023-02-02'],
    ],
    [
      'do not share a date across repeated type words',
      'Văn bản số 12/SYT-VP và Văn bản số 13/SYT-VP ngày 2/2/2023',
      ['12/SYT-VP', '13/SYT-VP @ 2023-02-02'],
    ],
    [
      'share out dates in turn',
      'Nghị định số 59/2019/NĐ-CP, Nghị định số 130/2020/NĐ-CP của Chính phủ lần lượt ngày 01/7/2019 và ngày 30/10/2020',
      ['59/2019/NĐ-CP @ 2019-07-01', '130/2020/NĐ-CP @ 2020-10-30'],
    ],
    [
      'share out dates in turn, of one symbol and behind other words',
      'các Quyết định số 12, 13 và 14/QĐ-SYT ban hành lần lượt các ngày 2/2/2023, 3/2/2023, 6/2/2023',
      ['12/QĐ-SYT @ 2023-02-02', '13/QĐ-SYT @ 2023-02-03', '14/QĐ-SYT @ 2023-02-06'],
    ],
    [
      'take no dates in turn that are more than they',
      'Kế hoạch số 12/KH-SYT lần lượt ngày 2/2/2023 và ngày 3/2/2023',
      ['12/KH-SYT'],
    ],
    [
      'share the date with the symbol, whatever the text says elsewhere',
      'các Quyết định số 12, 13 và 14/QĐ-SYT ngày 2/2/2023. Quyết định số 13/QĐ-SYT ngày 9/2/2023',
      ['12/QĐ-SYT @ 2023-02-02', '13/QĐ-SYT @ 2023-02-02', '14/QĐ-SYT @ 2023-02-02', '13/QĐ-SYT @ 2023-02-09'],
    ],
    [
      'share no date that the text contradicts',
      'Kế hoạch số 12/KH-SYT ngày 1/2/2023. Các Kế hoạch số 12/KH-SYT, số 15/KH-SYT ngày 2/2/2023',
      ['12/KH-SYT @ 2023-02-01', '12/KH-SYT', '15/KH-SYT @ 2023-02-02'],
    ],
  ])('%s', (_, text, expected) => expect(cited(text)).toEqual(expected));

  it('takes the type from the head of the list', () => {
    const text = 'Căn cứ các Nghị định của Chính phủ: Số 63/2010/NĐ-CP về thủ tục; số 61/2018/NĐ-CP về một cửa';
    expect(extractCitations(text).map(({ type, text: printed }) => [type, printed])).toEqual([
      ['Nghị định', 'Số 63/2010/NĐ-CP'],
      ['Nghị định', 'số 61/2018/NĐ-CP'],
    ]);
  });
});

describe('laws', () => {
  it('by number start at the word Luật', () => {
    const text = 'theo Điều 9 của Luật Phòng, chống tham nhũng số 36/2018/QH14 ngày 20 tháng 11 năm 2018 của Quốc hội';
    expect(extractCitations(text)).toEqual([
      {
        text: 'Luật Phòng, chống tham nhũng số 36/2018/QH14 ngày 20 tháng 11 năm 2018',
        start: 16,
        end: 86,
        type: 'Luật',
        number: '36',
        year: '2018',
        symbol: 'QH14',
        full: '36/2018/QH14',
        date: '2018-11-20',
        issuer: 'Quốc hội',
      },
    ]);
  });

  it.each([
    ['with the year', 'theo Luật PCTN năm 2018 thì', ['Luật PCTN năm 2018']],
    ['with the bare year', 'của Luật PCTN 2018 - Kết quả', ['Luật PCTN 2018']],
    ['with the date', 'Luật Tiếp công dân ngày 25/11/2013', ['Luật Tiếp công dân ngày 25/11/2013 @ 2013-11-25']],
    ['one behind the other', 'Luật Khiếu nại, Luật Tố cáo và các văn bản', ['Luật Khiếu nại', 'Luật Tố cáo']],
    [
      'with commas in their names',
      'Luật Thực hành tiết kiệm, chống lãng phí, các quy định',
      ['Luật Thực hành tiết kiệm, chống lãng phí'],
    ],
    ['but no lawyers, schools or law in general', 'Luật sư, Đại học Luật Hà Nội, Luật này, pháp luật', []],
  ])('by name %s', (_, text, expected) => expect(cited(text)).toEqual(expected));
});

describe('what is no citation', () => {
  it.each([
    'xếp thứ 6/20 Sở, ngành',
    'Tự đánh giá đạt: 27/27 điểm',
    'đã họp 12/12 kỳ, đạt 3/4 chỉ tiêu',
    'quy định tại khoản 2 Điều 5 và điểm a khoản 1 Điều 94',
    'TCVN ISO 9001:2015, QCVN 19:2025/BKHCN, ISO/IEC 17025, TCVN 7572-1:2006',
    'điện thoại 0225.3842.123 hoặc 024/38.123.456',
    'thu hồi 1.250.000.000 đồng; 200.000 đồng/người/buổi',
    'hoạt động 24/7, tiếp nhận 5.000 bộ hồ sơ/5 lĩnh vực',
    'giai đoạn 2018 - Kết quả; nhiệm kỳ 2020-2025',
    'Báo cáo 6 tháng đầu năm; Kế hoạch 5 năm; Quyết định 27 người',
    'trên tổng số 20/28 xã; thửa đất số 12/5; Mẫu số 04 Phụ lục II',
    'Kế hoạch số     /KH-SYT ngày     tháng     năm 2023',
    'Thông tư số ... /2025/TT-BXD ngày ... tháng ... năm 2025',
    'Số: 12/BC-SYT\nHải Phòng, ngày 05 tháng 01 năm 2024',
    'Kiến nghị số 3 và Kiến nghị 14 đã được tiếp thu; Yêu cầu 12 phòng; Quy trình số 4; các kiến nghị nêu trên, Kiến nghị nêu trên',
    'COVID-19, mã số 01.002.003, QL5, A4/A3',
    '',
  ])('%j', (text) => expect(extractCitations(text)).toEqual([]));
});

describe('issuers', () => {
  it.each([
    ['behind', 'Quyết định số 71/QĐ-TTg ngày 1/2/2023 của Thủ tướng Chính phủ về việc', 'Thủ tướng Chính phủ'],
    [
      'with fields',
      'Thông tư số 02/2023/TT-BLĐTBXH của Bộ trưởng Bộ Lao động - Thương binh và Xã hội quy định',
      'Bộ trưởng Bộ Lao động - Thương binh và Xã hội',
    ],
    ['with a place', 'Kế hoạch số 71/KH-UBND của UBND tỉnh Nghệ An triển khai công tác', 'UBND tỉnh Nghệ An'],
    ['before', 'Sở Giáo dục và Đào tạo đã ban hành Kế hoạch số 71/KH-SGDĐT', 'Sở Giáo dục và Đào tạo'],
    ['at', 'theo đề nghị của Giám đốc Sở Tài chính tại Tờ trình số 71/TTr-STC', 'Giám đốc Sở Tài chính'],
    ['not named', 'theo Kế hoạch số 71/KH-SYT về công tác', null],
  ])('%s', (_, text, issuer) => expect(extractCitations(text)[0]?.issuer).toBe(issuer));
});
