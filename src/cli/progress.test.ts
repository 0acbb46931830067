import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { lineOf, progressView } from './progress.js';

describe('lineOf', () => {
  it('tells files, pages, rate and time left', () => {
    const progress = { documents: { done: 3, total: 40 }, pages: { done: 20, total: 280 }, pagesPerMinute: 60 };
    expect(lineOf(progress, 'vi')).toBe('3/40 tệp · 20/280 trang · 60 trang/phút · còn 4:20');
  });

  it('tells hours where they are left', () => {
    const progress = { documents: { done: 0, total: 1 }, pages: { done: 0, total: 600 }, pagesPerMinute: 5 };
    expect(lineOf(progress, 'en')).toBe('0/1 files · 0/600 pages · 5 pages/min · left 2:00:00');
  });

  it('tells neither rate nor time before a page has been read', () => {
    const progress = { documents: { done: 0, total: 1 }, pages: { done: 0, total: 7 }, pagesPerMinute: null };
    expect(lineOf(progress, 'vi')).toBe('0/1 tệp · 0/7 trang');
  });
});

it('tells the first step of a work at once where no terminal shows a bar, and the next ones now and then', () => {
  const stream = new PassThrough();
  const view = progressView(stream as unknown as NodeJS.WriteStream, 'Writing');
  for (const done of [1, 2, 3]) view.show({ done, total: 3, line: `${done}/3` });
  view.end();
  expect(stream.read()?.toString()).toBe('Writing: 1/3\n');
});
