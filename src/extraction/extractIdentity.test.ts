import { describe, expect, it } from 'vitest';
import { readText } from '../../test/support/readText.js';
import type { DocumentText } from '../model/document-text.js';
import type { DigitalSignature, Identity } from '../model/facts.js';
import { loadPipeline } from '../pipeline/loadPipeline.js';
import { findParts } from '../structure/findParts.js';
import { findSections } from '../structure/findSections.js';
import { plainText } from '../text/plainText.js';
import { extractIdentity } from './extractIdentity.js';

const { pipeline } = loadPipeline('pctn-2023');

function identityOf(source: string | DocumentText, signatures: readonly DigitalSignature[] = []): Identity {
  const text = typeof source === 'string' ? plainText(source) : source;
  const parts = findParts(text, pipeline);
  return extractIdentity({ text, parts, sections: findSections(text, parts, pipeline), pipeline }, signatures);
}

const body = `BÁO CÁO
Tự đánh giá công tác phòng, chống tham nhũng năm 2023
I. ĐẶC ĐIỂM TÌNH HÌNH
Sở Giao thông vận tải là cơ quan chuyên môn.
IV. KIẾN NGHỊ
Sở Giao thông vận tải trân trọng báo cáo./.`;

const withHead = (...lines: string[]) => `${lines.join('\n')}\n${body}\nGIÁM ĐỐC\nTrần Văn Mẫu`;
const motto = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc';

describe('the number in the letterhead', () => {
  it.each([
    ['a line of its own', 'Số: 87/BC-SGTVT', '87/BC-SGTVT'],
    ['without a colon', 'Số 87/BC-SGTVT', '87/BC-SGTVT'],
    ['a space before the slash', 'Số: 87 /BC-SGTVT', '87/BC-SGTVT'],
    ['spaces around the hyphen', 'Số: 87/BC - SGTVT', '87/BC-SGTVT'],
    ['a fraction slash and a long dash', 'Số: 87⁄BC–SGTVT', '87/BC-SGTVT'],
    ['leading zeros as printed', 'Số: 07/BC-SGTVT', '07/BC-SGTVT'],
    ['a lost diacritic', 'Sô: 87/BC-SGTVT', '87/BC-SGTVT'],
    ['letters read for digits', 'Số: 1O7/BC-SGTVT', '107/BC-SGTVT'],
    ['an Icelandic eth', 'Số: 87/BC-SGDÐT', '87/BC-SGDĐT'],
    ['the Party form', 'Số: 15-BC/ĐU', '15-BC/ĐU'],
    ['a drafting unit behind the agency', 'Số: 87/BC-SGTVT-TTr', '87/BC-SGTVT-TTr'],
    ['place and date in the same line', 'Số: 87/BC-SGTVT Nam Định, ngày 21 tháng 12 năm 2023', '87/BC-SGTVT'],
    ['the date in the next column', 'Số: 87/BC-SGTVT\tNam Định, ngày 21 tháng 12 năm 2023', '87/BC-SGTVT'],
  ])('%s', (_, line, number) => {
    const identity = identityOf(withHead('UBND TỈNH NAM ĐỊNH', 'SỞ GIAO THÔNG VẬN TẢI', line));
    expect(identity).toMatchObject({ number, unread: [] });
  });

  it.each([
    ['left for a hand', 'Số:      /BC-SGTVT'],
    ['dotted', 'Số: ......./BC-SGTVT'],
    ['with ellipses', 'Số: …/BC-SGTVT'],
    ['illegible', 'Số: 4¿?/BC-SGTVT'],
    ['by hand and read as letters', 'Số: ÁS /BC-SGTVT'],
    ['by hand and read as marks, no symbol left', 'Số: ~¬'],
    ['with nothing behind it', 'Số:'],
  ])('is unread, neither missing nor invented, where it is %s', (_, line) => {
    expect(identityOf(withHead('SỞ GIAO THÔNG VẬN TẢI', line))).toMatchObject({ number: null, unread: ['number'] });
  });

  it('is unread where its word was read with little confidence', () => {
    const text = readText(withHead('SỞ GIAO THÔNG VẬN TẢI', 'Số: 87/BC-SGTVT'), ['87/BC-SGTVT']);
    expect(identityOf(text)).toMatchObject({ number: null, unread: ['number'] });
  });

  it('is missing where no such line stands, although the opening cites a document', () => {
    const opening = 'Thực hiện Công văn số 12/TTT-NV2 ngày 05/01/2024 của Thanh tra tỉnh;';
    const identity = identityOf(body.replace('I. ĐẶC', `${opening}\nI. ĐẶC`));
    expect(identity).toMatchObject({ number: null, numberSpan: null, date: null, dateSpan: null, unread: [] });
  });

  it('spans the printed number', () => {
    const text = plainText(withHead('SỞ GIAO THÔNG VẬN TẢI', 'Số: 87 /BC-SGTVT'));
    const { numberSpan } = identityOf(text);
    expect(text.text.slice(numberSpan?.start, numberSpan?.end)).toBe('87 /BC-SGTVT');
  });
});

describe('place and date', () => {
  it.each([
    ['Nam Định, ngày 21 tháng 12 năm 2023', '2023-12-21', 'Nam Định'],
    ['Nam Định, ngày 05 tháng 01 năm 2024', '2024-01-05', 'Nam Định'],
    ['TP. Hồ Chí Minh, ngày 5 tháng 1 năm 2024', '2024-01-05', 'TP. Hồ Chí Minh'],
    ['Bà Rịa - Vũng Tàu, ngày 29 tháng 02 năm 2024', '2024-02-29', 'Bà Rịa - Vũng Tàu'],
    ['Nam Định ngay 21 thang 12 nam 2023', '2023-12-21', 'Nam Định'],
    ['Nam Định, ngày 21 thúng 12 năm 2023', '2023-12-21', 'Nam Định'],
    ['Nam Định, ngày 2l tháng 1O năm 2023', '2023-10-21', 'Nam Định'],
    ['Nam Định, ngày21 tháng12 năm2023', '2023-12-21', 'Nam Định'],
    ['Nam Định, ngày 21/12/2023', '2023-12-21', 'Nam Định'],
    ['ngày 21 tháng 12 năm 2023', '2023-12-21', null],
    ['Bến TRE, ngày 14 tháng 12 năm 2023', '2023-12-14', 'Bến TRE'],
  ])('%s', (line, date, place) => {
    expect(identityOf(withHead('SỞ GIAO THÔNG VẬN TẢI', line))).toMatchObject({ date, place, unread: [] });
  });

  it.each([
    'Nam Định, ngày      tháng 12 năm 2023',
    'Nam Định, ngày …. tháng …. năm 2023',
    'Nam Định, ngày 31 tháng 02 năm 2023',
    'Nam Định, ngày ... tháng ... năm 20...',
    'Nam Định, ngày 1Ï tháng 12 năm 2023',
    'Nam Định, ngày ÁC tháng ¿ năm 2023',
  ])('is unread: %s', (line) => {
    const identity = identityOf(withHead('SỞ GIAO THÔNG VẬN TẢI', line));
    expect(identity).toMatchObject({ date: null, place: 'Nam Định', unread: ['date'] });
  });

  it('bears a year read with doubt that is the reported one or the next, never a doubtful day', () => {
    const report = withHead('SỞ GIAO THÔNG VẬN TẢI', 'Nam Định, ngày 05 tháng 01 năm 2024');
    expect(identityOf(readText(report, ['2024']))).toMatchObject({ date: '2024-01-05', unread: [] });
    expect(identityOf(readText(report, ['05']))).toMatchObject({ date: null, unread: ['date'] });
    expect(identityOf(readText(report.replace('2024', '2034'), ['2034'])).date).toBeNull();
  });

  it('may stand above the signature', () => {
    expect(identityOf(`${body}\nNam Định, ngày 21 tháng 12 năm 2023\nGIÁM ĐỐC\nTrần Văn Mẫu`).date).toBe('2023-12-21');
  });
});

describe('the agency', () => {
  it.each([
    ['superior and issuer', ['UBND TỈNH NAM ĐỊNH', 'SỞ GIAO THÔNG VẬN TẢI'], 'Sở Giao thông vận tải'],
    [
      'beside the motto',
      [`UBND TỈNH NAM ĐỊNH\t${motto.split('\n')[0]}`, `SỞ GIAO THÔNG VẬN TẢI\t${motto.split('\n')[1]}`],
      'Sở Giao thông vận tải',
    ],
    [
      'run into the motto',
      [`UBND TỈNH NAM ĐỊNH ${motto.split('\n')[0]}`, `SỞ GIAO THÔNG VẬN TẢI ${motto.split('\n')[1]}`],
      'Sở Giao thông vận tải',
    ],
    [
      'a motto over two rows',
      ['UBND TỈNH NAM ĐỊNH    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT', 'SỞ GIAO THÔNG VẬN TẢI NAM'],
      'Sở Giao thông vận tải',
    ],
    [
      'a rule below',
      ['UBND TỈNH NAM ĐỊNH', 'SỞ GIAO THÔNG VẬN TẢI', '───────', '-------', 'Số: 3/BC-SGTVT'],
      'Sở Giao thông vận tải',
    ],
    [
      'a rule read as letters',
      ['UBND TỈNH NAM ĐỊNH', 'SỞ GIAO THÔNG VẬN TẢI', '—WX—”£C“=“Ý1<#5d', '—Óo0~777', 'Số: 3/BC-SGTVT'],
      'Sở Giao thông vận tải',
    ],
    ['two names in one line', ['UBND TỈNH NAM ĐỊNH SỞ GIAO THÔNG VẬN TẢI'], 'Sở Giao thông vận tải'],
    [
      'a name over two lines',
      ['ỦY BAN NHÂN DÂN', 'TỈNH NAM ĐỊNH', 'SỞ GIAO THÔNG', 'VẬN TẢI'],
      'Sở Giao thông vận tải',
    ],
    ['read with wrong accents', ['UBND TÌNH NAM ĐỊNH', 'SỞ GIAO THÔNG VẬN TÀI'], 'Sở Giao thông vận tải'],
    ['the superior is all there is', ['ỦY BAN NHÂN DÂN', 'TỈNH NAM ĐỊNH'], 'Ủy ban nhân dân tỉnh Nam Định'],
    ['a kind of agency at the end of a name', ['SỞ TÀI NGUYÊN VÀ MÔI', 'TRƯỜNG'], 'Sở Tài nguyên và Môi trường'],
    [
      'a dash at the end of a line',
      ['UBND TỈNH NAM ĐỊNH', 'SỞ LAO ĐỘNG -', 'THƯƠNG BINH VÀ XÃ HỘI'],
      'Sở Lao động - Thương binh và Xã hội',
    ],
    ['a lottery, which is no Sở', ['CÔNG TY TNHH MTV', 'XỔ SỐ NAM ĐỊNH'], 'Công ty TNHH MTV xổ số Nam Định'],
    ['a youth union', ['TRUNG ƯƠNG ĐOÀN', 'BCH TỈNH ĐOÀN NAM ĐỊNH'], 'BCH Tỉnh đoàn Nam Định'],
    ['a branch', ['NGÂN HÀNG CỔ PHẦN MẪU', 'NGÂN HÀNG MẪU', 'CHI NHÁNH NAM ĐỊNH'], 'Ngân hàng Mẫu chi nhánh Nam Định'],
    [
      'a body whose name begins like the motto',
      ['ỦY BAN NHÂN DÂN', 'TỈNH NAM ĐỊNH', 'HỘI CHỮ THẬP ĐỎ'],
      'Hội chữ thập đỏ',
    ],
    [
      'a kind of agency over the name of another kind',
      ['SỞ NÔNG NGHIỆP', 'BAN QUẢN LÝ', 'VƯỜN QUỐC GIA SAO LA'],
      'Ban quản lý Vườn quốc gia Sao La',
    ],
    ['dirt between words', ['UBND TỈNH NAM ĐỊNH', 'SỞ GIAO ] THÔNG VẬN TẢI'], 'Sở Giao thông vận tải'],
    ['a kind read with wrong accents', ['TỈNH ỦY NAM ĐỊNH', 'ĐẲNG ỦY KHỐI CƠ QUAN'], 'Đảng ủy khối cơ quan'],
    ['a district', ['UBND TỈNH NAM ĐỊNH', 'UBND HUYỆN VỤ BẢN'], 'UBND huyện Vụ Bản'],
    ['no letterhead: the closing sentence', [], 'Sở Giao thông vận tải'],
  ])('%s', (_, lines, agency) => {
    const report = withHead(...lines).replace('Sở Giao thông vận tải trân trọng', `${agency} trân trọng`);
    expect(identityOf(report).agency).toBe(agency);
  });

  it('is written as the body writes it, short form included', () => {
    const district = withHead('ỦY BAN NHÂN DÂN', 'HUYỆN VỤ BẢN').replaceAll(
      'Sở Giao thông vận tải',
      'UBND huyện Vụ Bản',
    );
    expect(identityOf(district).agency).toBe('UBND huyện Vụ Bản');
  });

  it('is the one that the number names where the letterhead lost its issuing line', () => {
    expect(identityOf(withHead('UBND TỈNH NAM ĐỊNH', 'Số: 3/BC-SGTVT'))).toMatchObject({
      agency: 'Sở Giao thông vận tải',
      abbreviation: 'SGTVT',
    });
  });

  it('is the one that closes the report where the letterhead was misread', () => {
    expect(identityOf(withHead('UBND TỈNH NAM ĐỊNH', 'SỞGIAO THÔNG VẬN TẢI', 'Số:    /BC-')).agency).toBe(
      'Sở Giao thông vận tải',
    );
  });

  it('has its full name where the closing sentence uses a short form that the body defines', () => {
    const report = body
      .replace('Sở Giao thông vận tải là', 'Ban Quản lý Khu kinh tế Vân Phong (sau đây gọi tắt là Ban Quản lý) là')
      .replace('Sở Giao thông vận tải trân', 'Trên đây là kết quả tự đánh giá, Ban Quản lý trân');
    expect(identityOf(report).agency).toBe('Ban Quản lý Khu kinh tế Vân Phong');
  });

  it('is corrected by its other mentions where the closing sentence was misread, a bullet before it', () => {
    const named = 'Ban Quản lý Khu kinh tế Vân Phong đã kiểm tra.\n'.repeat(3);
    const report = body.replace('Sở Giao thông vận tải là cơ quan chuyên môn.\n', named);
    expect(
      identityOf(report.replace('Sở Giao thông vận tải trân', '- Ban Quản lý Khu kinh tế Vân Am, trân')).agency,
    ).toBe('Ban Quản lý Khu kinh tế Vân Phong');
  });

  it('teaches its abbreviation by the documents that it cites', () => {
    const report = body.replace('IV. KIẾN', 'Đã ban hành Kế hoạch số 12/KH-SGTVT và Kế hoạch số 5/KH-UBND.\nIV. KIẾN');
    expect(identityOf(report).abbreviation).toBe('SGTVT');
  });
});

describe('title and year', () => {
  it('joins type and summary', () => {
    expect(identityOf(withHead(motto))).toMatchObject({
      title: 'Báo cáo Tự đánh giá công tác phòng, chống tham nhũng năm 2023',
      year: 2023,
    });
  });

  it('reads a title in capitals over several lines, above the addressees', () => {
    const report = `BÁO CÁO TỰ ĐÁNH GIÁ
CÔNG TÁC PCTN CỦA TỈNH LÀO CAI NĂM 2022
Kính gửi: Thanh tra tỉnh.
Thực hiện Kế hoạch năm 2023, Sở Y tế báo cáo như sau:
I. TÌNH HÌNH CHUNG`;
    expect(identityOf(report)).toMatchObject({
      title: 'Báo cáo tự đánh giá công tác PCTN của tỉnh Lào Cai năm 2022',
      year: 2022,
    });
  });

  it('reads the year that a full line leaves for the next', () => {
    const report = 'BÁO CÁO\nTỰ ĐÁNH GIÁ CÔNG TÁC PHÒNG, CHỐNG THAM NHŨNG NĂM\n2023\nI. TÌNH HÌNH CHUNG';
    expect(identityOf(report)).toMatchObject({
      title: 'Báo cáo tự đánh giá công tác phòng, chống tham nhũng năm 2023',
      year: 2023,
    });
  });

  it('takes the first year of a title that names two', () => {
    expect(identityOf(body.replace('năm 2023', 'năm 2023 và nhiệm vụ năm 2024')).year).toBe(2023);
  });

  it('takes the end of the period where the title names only that', () => {
    expect(identityOf(body.replace('năm 2023', '(từ 16/12/2021 đến 15/12/2022)')).year).toBe(2022);
  });

  it('does not guess the year from the date', () => {
    const report = withHead('SỞ GIAO THÔNG VẬN TẢI', 'Nam Định, ngày 05 tháng 01 năm 2024').replace(
      ' năm 2023\n',
      '\n',
    );
    expect(identityOf(report)).toMatchObject({ date: '2024-01-05', year: null });
  });
});

describe('the signer', () => {
  it.each([
    ['a head', 'Nơi nhận:\n- Như trên;\n- Lưu: VT.\nGIÁM ĐỐC\nTrần Văn Mẫu', 'GIÁM ĐỐC', 'Trần Văn Mẫu'],
    [
      'a deputy for the head',
      'KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nLê Thị Thu Mẫu',
      'KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC',
      'Lê Thị Thu Mẫu',
    ],
    [
      'for a committee',
      'TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nHoàng Mẫu',
      'TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH',
      'Hoàng Mẫu',
    ],
    ['acting', 'Q. GIÁM ĐỐC\nĐỗ Mẫu', 'Q. GIÁM ĐỐC', 'Đỗ Mẫu'],
    ['by order', 'TL. TRƯỞNG BAN\nCHÁNH VĂN PHÒNG\nVũ Văn Mẫu', 'TL. TRƯỞNG BAN CHÁNH VĂN PHÒNG', 'Vũ Văn Mẫu'],
    ['the Party form', 'T/M ĐẢNG ỦY\nBÍ THƯ\nVũ Văn Mẫu', 'T/M ĐẢNG ỦY BÍ THƯ', 'Vũ Văn Mẫu'],
    [
      'beside the recipients',
      'Nơi nhận: GIÁM ĐỐC\n- Như trên;\n- Lưu: VT, VP; Trần Văn Mẫu',
      'GIÁM ĐỐC',
      'Trần Văn Mẫu',
    ],
    [
      'in columns',
      'Nơi nhận:\tKT. GIÁM ĐỐC\n- Như trên;\tPHÓ GIÁM ĐỐC\n- Lưu: VT.\tTrần Văn Mẫu',
      'KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC',
      'Trần Văn Mẫu',
    ],
    ['a note between', 'GIÁM ĐỐC\n(Đã ký)\nTrần Văn Mẫu', 'GIÁM ĐỐC', 'Trần Văn Mẫu'],
    ['with a degree', 'GIÁM ĐỐC\nTS. BS. Trần Văn Mẫu', 'GIÁM ĐỐC', 'Trần Văn Mẫu'],
    ['in capitals', 'GIÁM ĐỐC\nTRẦN VĂN MẪU', 'GIÁM ĐỐC', 'TRẦN VĂN MẪU'],
    ['read with lost accents', 'KT. GIAM ĐỐC\nPHO GIÁM ĐỐC\nTrân Văn Mẫu', 'KT. GIAM ĐỐC PHO GIÁM ĐỐC', 'Trân Văn Mẫu'],
    ['in one line', 'GIÁM ĐỐC Trần Văn Mẫu', 'GIÁM ĐỐC', 'Trần Văn Mẫu'],
  ])('%s', (_, tail, role, name) => {
    expect(identityOf(`${body}\n${tail}`)).toMatchObject({ signer: { role, name }, unread: [] });
  });

  it('is unread where a title stands and no name under it could be read', () => {
    expect(identityOf(`${body}\nNơi nhận:\n- Lưu: VT.\nGIÁM ĐỐC\n~¬ ±#`)).toMatchObject({
      signer: null,
      unread: ['signer'],
    });
  });

  it('is missing where only recipients stand', () => {
    expect(identityOf(`${body}\nNơi nhận:\n- Thanh tra tỉnh;\n- Lưu: VT, VP.`)).toMatchObject({
      signer: null,
      signerSpan: null,
      unread: [],
    });
  });

  it('is the one that the printed picture of a digital signature names', () => {
    const tail = 'GIÁM ĐỐC\nNgười ký: Sở Giao thông vận tải Email: sgtvt@mau.gov.vn Thời gian ký: 28/12/2023';
    expect(identityOf(`${body}\n${tail}`).signer?.name).toBe('Sở Giao thông vận tải');
  });

  it('leaves nothing unread where the file bears a digital signature', () => {
    const signature = { signer: 'Trần Văn Mẫu', organisation: null, time: null, coversWholeFile: true };
    expect(identityOf(`${body}\nGIÁM ĐỐC`, [signature])).toMatchObject({
      signer: null,
      signatures: [signature],
      unread: [],
    });
  });
});

it('reads the report behind a covering letter, not the letter', () => {
  const letter = `UBND TỈNH NAM ĐỊNH
SỞ GIAO THÔNG VẬN TẢI
Số: 912/SGTVT-TTr
Nam Định, ngày 22 tháng 12 năm 2023
Kính gửi: Thanh tra tỉnh.
Sở Giao thông vận tải gửi kèm báo cáo./.
GIÁM ĐỐC
Trần Văn Mẫu`;
  const text = plainText(
    `${letter}\n${withHead('UBND TỈNH NAM ĐỊNH', 'SỞ GIAO THÔNG VẬN TẢI', 'Số: 87/BC-SGTVT', 'Nam Định, ngày 21 tháng 12 năm 2023')}`,
  );
  const start = text.text.indexOf('UBND TỈNH NAM ĐỊNH', letter.length);
  const parts = {
    coveringLetter: { start: 0, end: start - 1 },
    report: { start, end: text.text.length },
    appendices: [],
    attached: [],
  };
  const identity = extractIdentity({ text, parts, sections: [], pipeline }, []);
  expect(identity).toMatchObject({ number: '87/BC-SGTVT', date: '2023-12-21' });
});

it('takes number and date from the head of an appendix where the letterhead has none', () => {
  const text = plainText(
    `${body}\nPhụ lục I\n(Kèm theo Báo cáo số 87/BC-SGTVT ngày 21/12/2023 của Sở Giao thông vận tải)`,
  );
  const start = text.text.indexOf('Phụ lục I');
  const parts = {
    coveringLetter: null,
    report: { start: 0, end: start },
    appendices: [{ start, end: text.text.length }],
    attached: [],
  };
  expect(extractIdentity({ text, parts, sections: [], pipeline }, []).number).toBe('87/BC-SGTVT');
});
