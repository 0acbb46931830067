import { describe, expect, it } from 'vitest';
import { groupSubmissions } from './groupSubmissions.js';

const under = (root: string, ...names: string[]) => names.map((relativeName) => ({ root, relativeName }));
const grouped = (inputs: ReturnType<typeof under>) =>
  groupSubmissions(inputs).map(({ name, files }) => [name, files.map(({ relativeName }) => relativeName)]);

describe('groupSubmissions', () => {
  it('takes each file of a folder of files for itself', () => {
    expect(grouped(under('/r', 'a.pdf', 'b.pdf'))).toEqual([
      ['a.pdf', ['a.pdf']],
      ['b.pdf', ['b.pdf']],
    ]);
  });

  it('takes a sub-folder with all below it for one submission', () => {
    expect(grouped(under('/r', 'so-a/1.pdf', 'so-a/minh chứng/2.pdf', 'so-b/1.pdf'))).toEqual([
      ['so-a', ['so-a/1.pdf', 'so-a/minh chứng/2.pdf']],
      ['so-b', ['so-b/1.pdf']],
    ]);
  });

  it('keeps folders of one name apart where they lie under two paths', () => {
    const inputs = [...under('/r1', 'so-a/1.pdf'), ...under('/r2', 'so-a/1~2.pdf')];
    expect(grouped(inputs)).toHaveLength(2);
  });

  it('takes a file beside sub-folders, or one given by itself, for one', () => {
    expect(grouped([...under('/r', 'x.pdf', 'so-a/1.pdf'), ...under('/y.pdf', 'y.pdf')])).toEqual([
      ['x.pdf', ['x.pdf']],
      ['so-a', ['so-a/1.pdf']],
      ['y.pdf', ['y.pdf']],
    ]);
  });
});
