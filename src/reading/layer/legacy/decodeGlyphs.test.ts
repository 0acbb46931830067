import { describe, expect, it } from 'vitest';
import { readingLimits } from '../../limits.js';
import { openPdf } from '../../openPdf.js';
import { findAnnotations } from '../findAnnotations.js';
import { readLayer } from '../readLayer.js';
import { decodeLegacy, legacyFontOf } from './legacyFont.js';

const abc = {
  title: 'kÕt qu¶ phßng, chèng tham nhòng',
  running:
    '§¬n vÞ ®· tæ chøc kiÓm tra viÖc kª khai tµi s¶n, thu nhËp; ph¸t hiÖn vµ xö lý c¸c tr\u00adêng hîp ch\u00ada ®óng h\u00adíng dÉn.',
};
const vni =
  'Ñôn vò ñaõ toå chöùc kieåm tra vieäc keâ khai taøi saûn, thu nhaäp; phaùt hieän vaø xöû lyù caùc tröôøng hôïp chöa ñuùng höôùng daãn.';
const running =
  'Đơn vị đã tổ chức kiểm tra việc kê khai tài sản, thu nhập; phát hiện và xử lý các trường hợp chưa đúng hướng dẫn.';

interface Written {
  readonly font: string;
  readonly text: string;
}

/** A page of lines in simple fonts, as the file's bytes have them. */
function pdfOf(lines: readonly Written[], encoding = '/Encoding/WinAnsiEncoding'): Uint8Array {
  const hex = (text: string) => Buffer.from(text, 'latin1').toString('hex');
  const content = lines
    .map(({ text }, at) => `BT /F${at} 11 Tf 20 ${780 - 20 * at} Td <${hex(text)}> Tj ET`)
    .join('\n');
  const fonts = lines.map(({ font }, at) => `/F${at}<</Type/Font/Subtype/TrueType/BaseFont/${font}${encoding}>>`);
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 842 842]/Contents 4 0 R/Resources<</Font<<${fonts.join('')}>>>>>>`,
    `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
  ];
  const body = objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join('');
  return Uint8Array.from(
    Buffer.from(`%PDF-1.7\n${body}trailer\n<</Size 5/Root 1 0 R>>\nstartxref\n0\n%%EOF\n`, 'latin1'),
  );
}

async function linesOf(bytes: Uint8Array): Promise<readonly string[]> {
  const pdf = await openPdf(bytes, readingLimits);
  const page = await pdf.getPage(1);
  const { lines } = await readLayer(page, await findAnnotations(page));
  await pdf.loadingTask.destroy();
  return lines.map(({ words }) => words.map(({ text }) => text).join(' '));
}

describe('a text layer in fonts made before Unicode', () => {
  it.each([
    ['TCVN3', [{ font: '.VnTime', text: abc.running }], [running]],
    ['capitals of TCVN3', [{ font: 'ABCDEF+.VnTimeH,Bold', text: abc.title }], ['KẾT QUẢ PHÒNG, CHỐNG THAM NHŨNG']],
    ['VNI', [{ font: 'VNI-Times', text: vni }], [running]],
    ['TCVN3 under a name that tells nothing', [{ font: 'F1', text: abc.running }], [running]],
    ['VNI under such a name', [{ font: 'TT12', text: vni }], [running]],
    [
      'a few words beside it in another face',
      [
        { font: 'F1', text: abc.running },
        { font: 'F2', text: 'Tæng hîp' },
      ],
      [running, 'Tổng hợp'],
    ],
    [
      'numbers and symbols, which every font shows alike',
      [{ font: '.VnTime', text: 'Sè 12/KH-STC, 97,5 ®iÓm' }],
      ['Số 12/KH-STC, 97,5 điểm'],
    ],
  ])('%s', async (_case, lines, expected) => expect(await linesOf(pdfOf(lines))).toEqual(expected));

  it('is told by its bytes where the file names no encoding', async () => {
    expect(await linesOf(pdfOf([{ font: '.VnTime', text: abc.running }], ''))).toEqual([running]);
  });

  it.each([
    ['English', 'The report was made by the office of the people and sent to us in the evening'],
    ['French', 'Le rapport a été rédigé par les employés du ministère des finances en février'],
    ['a few signs', '§ 12 «a» ©'],
  ])('leaves %s alone', async (_case, text) => expect(await linesOf(pdfOf([{ font: 'F1', text }]))).toEqual([text]));
});

describe('legacyFontOf', () => {
  it.each(['Times New Roman', 'VNtimes', 'Vni', 'TimesNewRomanPSMT', 'Convni-x'])('%s is none', (name) =>
    expect(legacyFontOf(name)).toBeNull(),
  );

  it.each([
    ['.VnTime', 'Hµ Néi', 'Hà Nội'],
    ['.VnArialH', 'hµ néi', 'HÀ NỘI'],
    ['VNI-Times', 'Haø Noäi', 'Hà Nội'],
    ['VNI-Times', 'TÆNH', 'TỈNH'],
    ['.VnTime', 'H\uf0b5 N\uf0e9i', 'Hà Nội'],
  ])('%s: %s is %s', (name, text, shown) => {
    const font = legacyFontOf(name);
    expect(font && decodeLegacy(text, font)).toBe(shown);
  });
});
