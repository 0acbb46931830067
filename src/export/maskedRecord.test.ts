import { describe, expect, it } from 'vitest';
import { documentOf, flagOf } from '../../test/support/document.js';
import { batchFlagOf, recordOf } from '../../test/support/round.js';
import type { SoatDocument } from '../model/document.js';
import { maskedRecord } from './maskedRecord.js';
import { mask, maskNames, namesOf } from './maskNames.js';

const paperBehind: SoatDocument['papers'][number] = {
  type: 'Quyết định',
  number: null,
  date: null,
  title: null,
  agency: null,
  signer: null,
  unread: [],
  pages: [3, 3],
  scanned: false,
  printed: { number: null, date: null, title: null },
};

describe('maskNames', () => {
  const masked = maskNames(new Set(['Lương Thế Đức']));
  it.each([
    ['LƯƠNG THẾ  ĐỨC ký ngày 3/3', `${mask} ký ngày 3/3`],
    ['theo đề nghị của ông Trần Văn Bình, Chánh Thanh tra', `theo đề nghị của ông ${mask}, Chánh Thanh tra`],
    ['Đồng chí Nguyễn Thị An Khê trình bày', `Đồng chí ${mask} trình bày`],
    ['đ/c Lê Hòa chủ trì', `đ/c ${mask} chủ trì`],
    ['Ông/Bà: Trần Văn Bình', `Ông/Bà: ${mask}`],
    ['ĐỒNG CHÍ LÊ THỊ HÒA', `ĐỒNG CHÍ ${mask}`],
  ])('masks the name in %j', (text, expected) => expect(masked(text)).toBe(expected));

  it.each(['Ủy ban nhân dân tỉnh Đông Xuyên', 'không phát hiện vụ việc', 'bà con nhân dân', 'Lương Thế Đứcx'])(
    'leaves %j alone',
    (text) => expect(masked(text)).toBe(text),
  );
});

describe('maskedRecord', () => {
  it('masks the signer of a paper behind the report, and no agency that signs in its own name', () => {
    const report = { ...documentOf().report, agency: 'Sở Mẫu' };
    const seal = { signer: 'SỞ MẪU', organisation: 'Sở Mẫu', time: null, coversWholeFile: true };
    const paper = { ...paperBehind, signer: { role: 'CHÁNH VĂN PHÒNG', name: 'Hà Minh Thu' } };
    expect(namesOf(documentOf({ report: { ...report, signatures: [seal] }, papers: [paper] }))).toEqual([
      'Hà Minh Thu',
    ]);
  });

  it('masks a signer in every report and between agencies, and keeps the names of files', async () => {
    const signer = { role: 'GIÁM ĐỐC', name: 'Lương Thế Đức' };
    const signatures = [{ signer: 'LƯƠNG THẾ ĐỨC', organisation: null, time: null, coversWholeFile: true }];
    const first = documentOf({
      source: { ...documentOf().source, file: 'Lương Thế Đức.pdf' },
      report: { ...documentOf().report, signer, signatures },
    });
    const flag = flagOf({ evidence: [{ text: 'Lương Thế Đức đã ký', page: 1, boxes: [] }] });
    const second = documentOf({ flags: [flag] });
    const evidence = [{ file: 'bao-cao.pdf', text: 'do Lương Thế Đức ký', page: 1, boxes: [] }];
    const record = await maskedRecord(recordOf([first, second], { flags: [batchFlagOf({ evidence })] }));
    const documents = [];
    for await (const document of record.documents()) documents.push(document);
    expect(documents[0]).toMatchObject({
      source: { file: 'Lương Thế Đức.pdf' },
      report: { signer: { name: mask }, signatures: [{ signer: mask }] },
    });
    expect(documents[1]?.flags[0]?.evidence[0]?.text).toBe(`${mask} đã ký`);
    expect(record.batch.flags[0]?.evidence[0]?.text).toBe(`do ${mask} ký`);
  });
});
