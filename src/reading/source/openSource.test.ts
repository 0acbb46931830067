import { describe, expect, it } from 'vitest';
import { blankPdf } from '../../../test/support/blankPdf.js';
import { surveySource } from './openSource.js';

const rotated = Buffer.from(
  blankPdf(2).toString('latin1').replace('/Parent 2 0 R /MediaBox', '/Rotate 90 /Parent 2 0 R /MediaBox'),
  'latin1',
);

describe('surveySource', () => {
  it('tells size at 200 dpi and turn of every page, and leaves the bytes alone', async () => {
    const bytes = Uint8Array.from(rotated);
    expect(await surveySource(bytes)).toEqual({
      pages: [
        { number: 1, width: 2339, height: 1653, rotation: 90 },
        { number: 2, width: 1653, height: 2339, rotation: 0 },
      ],
      signatures: [],
    });
    expect(bytes).toHaveLength(rotated.length);
  });

  it.each([
    ['nothing', Buffer.alloc(0), 'empty'],
    ['plain text', Buffer.from('Báo cáo'), 'not-a-document'],
    ['a file cut short', blankPdf(3).subarray(0, 400), 'truncated'],
    [
      'a file whose last revision is cut short',
      Buffer.concat([blankPdf(1), Buffer.from('9 0 obj\n<<>>\nendobj\n')]),
      'truncated',
    ],
    ['a file without pages', blankPdf(0), 'no-pages'],
  ])('refuses %s', async (_case, bytes, code) => {
    await expect(surveySource(bytes)).rejects.toMatchObject({ code });
  });

  it('refuses more pages than the limit', async () => {
    await expect(surveySource(blankPdf(3), { pages: 2 })).rejects.toMatchObject({ code: 'too-many-pages' });
  });
});
