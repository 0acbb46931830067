import { buffer } from 'node:stream/consumers';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { documentOf, flagOf } from '../../test/support/document.js';
import { recordOf } from '../../test/support/round.js';
import { zipRound } from './zipRound.js';

const named = (file: string) => ({ source: { file, sha256: '', bytes: 1, pages: 1 } });
const submissions = [
  { name: 'so-a', report: 'so-a/bao-cao.pdf', attachments: ['so-a/kh.pdf'], problem: null },
  { name: 'so-b', report: 'so-b/bao-cao.pdf', attachments: [], problem: null },
];
const record = recordOf(
  [
    documentOf({ ...named('so-a/bao-cao.pdf'), flags: [flagOf()] }),
    documentOf(named('so-a/kh.pdf')),
    documentOf({ ...named('so-b/bao-cao.pdf'), flags: [flagOf({ message: { vi: 'Đã bỏ qua', en: 'x' } })] }),
  ],
  { submissions },
);
const packing = {
  record,
  drawPages: async () => new Map(),
  reviewOf: async () => null,
  workbook: async () => Buffer.from('xlsx'),
};
const unpacked = async (zip: Awaited<ReturnType<typeof zipRound>>) => JSZip.loadAsync(await buffer(zip));
const memoText = async (zip: JSZip, name: string) => {
  const memo = await JSZip.loadAsync((await zip.file(name)?.async('nodebuffer')) ?? '');
  return memo.file('word/document.xml')?.async('string');
};

describe('zipRound', () => {
  it('holds the workbook, a page for each document and a memo for each report, under the names that links use', async () => {
    const zip = await unpacked(await zipRound(packing));
    expect(Object.keys(zip.files)).toEqual([
      'index.html',
      'audit.xlsx',
      'documents/so-a/bao-cao.pdf.html',
      'documents/so-a/bao-cao.pdf.docx',
      'documents/so-a/kh.pdf.html',
      'documents/so-b/bao-cao.pdf.html',
      'documents/so-b/bao-cao.pdf.docx',
    ]);
    expect(await zip.file('audit.xlsx')?.async('string')).toBe('xlsx');
    expect(await zip.file('index.html')?.async('string')).toContain('documents/so-a/bao-cao.pdf.html');
    expect(await zip.file('documents/so-b/bao-cao.pdf.html')?.async('string')).toContain('Đã bỏ qua');
  });

  it('leaves out of a memo what people dismissed', async () => {
    const reviewOf = async (file: string) =>
      file.startsWith('so-b') ? { suggested: new Map(), dismissed: new Set(['f0']) } : null;
    const [all, less] = [
      await unpacked(await zipRound(packing)),
      await unpacked(await zipRound({ ...packing, reviewOf })),
    ];
    expect(await memoText(all, 'documents/so-b/bao-cao.pdf.docx')).toContain('Đã bỏ qua');
    expect(await memoText(less, 'documents/so-b/bao-cao.pdf.docx')).not.toContain('Đã bỏ qua');
  });

  it('makes a file when its turn comes, and breaks off where one cannot be made', async () => {
    const asked: string[] = [];
    const broken = {
      ...packing,
      reviewOf: async (file: string) => {
        asked.push(file);
        if (file.startsWith('so-b')) throw new Error('no review');
        return null;
      },
    };
    const zip = await zipRound(broken);
    expect(asked).toEqual([]);
    await expect(buffer(zip)).rejects.toThrow('no review');
    expect(asked).toEqual(['so-a/bao-cao.pdf', 'so-b/bao-cao.pdf']);
  });
});
