import { describe, expect, it } from 'vitest';
import { documentOf, flagOf } from '../../test/support/document.js';
import { batchFlagOf, recordOf } from '../../test/support/round.js';
import { maskedRecord } from './maskedRecord.js';
import { mask, maskNames } from './maskNames.js';

describe('maskNames', () => {
  const masked = maskNames(new Set(['Lương Thế Đức']));
  it.each([
    ['LƯƠNG THẾ  ĐỨC ký ngày 3/3', `${mask} ký ngày 3/3`],
    ['theo đề nghị của ông Trần Văn Bình, Chánh Thanh tra', `theo đề nghị của ông ${mask}, Chánh Thanh tra`],
    ['Đồng chí Nguyễn Thị An Khê trình bày', `Đồng chí ${mask} trình bày`],
    ['đ/c Lê Hòa chủ trì', `đ/c ${mask} chủ trì`],
  ])('masks the name in %j', (text, expected) => expect(masked(text)).toBe(expected));

  it.each(['Ủy ban nhân dân tỉnh Đông Xuyên', 'không phát hiện vụ việc', 'bà con nhân dân', 'Lương Thế Đứcx'])(
    'leaves %j alone',
    (text) => expect(masked(text)).toBe(text),
  );
});

describe('maskedRecord', () => {
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
