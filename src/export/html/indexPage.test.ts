import { expect, it } from 'vitest';
import { documentOf } from '../../../test/support/document.js';
import { batchFlagOf, recordOf } from '../../../test/support/round.js';
import { summariesOf } from '../summarise.js';
import { indexPage } from './indexPage.js';

const owed = (file: string | null, vi: string) =>
  batchFlagOf({
    rule: 'batch/missing-agency',
    subject: 'document',
    file,
    with: null,
    evidence: [],
    message: { vi, en: vi },
  });

it('shows what is asked of an agency that sent two reports or another year’s; one that sent nothing has no report to ask about', async () => {
  const flags = [
    owed('bao-cao.pdf', 'Sở Mẫu gửi 2 báo cáo: bao-cao.pdf, bao-cao-2.pdf.'),
    owed(null, 'Sở Vắng có trong danh sách nhưng chưa thấy báo cáo.'),
  ];
  const record = recordOf([documentOf()], { flags });
  const page = indexPage(record, await summariesOf(record));
  expect(page).toContain('Sở Mẫu gửi 2 báo cáo: bao-cao.pdf, bao-cao-2.pdf.');
  expect(page).not.toContain('Sở Vắng có trong danh sách nhưng chưa thấy báo cáo.');
});
