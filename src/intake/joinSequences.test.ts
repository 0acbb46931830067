import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { zipOf } from '../../test/support/zipOf.js';
import { parseSequenceList, sequenceLineLength, sequenceListLength } from '../model/imageSequence.js';
import { type Gathered, gatherInputs } from './gatherInputs.js';

const jpeg = (content = 'x') => Buffer.from(`\xff\xd8\xff${content}`, 'latin1');
let folder: string;
let gathered: Gathered | null = null;

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'soat-sequence-'));
});
afterEach(async () => {
  await gathered?.discard();
  await rm(folder, { recursive: true, force: true });
});

async function put(name: string, content: string | Uint8Array = jpeg(name)): Promise<string> {
  const file = path.join(folder, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, content);
  return file;
}

/** Names of the inputs; behind one that is a sequence its images. */
async function gather(...paths: string[]): Promise<unknown[]> {
  gathered = await gatherInputs(paths);
  return Promise.all(
    gathered.inputs.map(async ({ relativeName, absolute, bytes }) => {
      const content = await readFile(absolute);
      expect(content).toHaveLength(bytes);
      if (!content.toString('latin1').startsWith('soat-images')) return relativeName;
      const list = parseSequenceList(
        content.subarray(sequenceLineLength, sequenceLineLength + sequenceListLength(content)),
      );
      return [relativeName, ...list.map(({ name, bytes: size }) => (size === 0 ? null : name))];
    }),
  );
}

describe('images named in sequence', () => {
  it('are one document in the order of their numbers, named after a folder that holds nothing else', async () => {
    for (const number of [10, 2, 1, 9]) await put(`so-a/trang-${number}.jpg`);
    for (const number of [3, 4, 5, 6, 7, 8]) await put(`so-a/Trang-0${number}.JPG`);
    await put('so-a/Thumbs.db', 'x');
    const images = Array.from({ length: 10 }, (_, at) => `${at > 1 && at < 8 ? 'Trang-0' : 'trang-'}${at + 1}`);
    expect(await gather(folder)).toEqual([
      ['so-a', ...images.map((name) => `${name}.${name.startsWith('T') ? 'JPG' : 'jpg'}`)],
    ]);
  });

  it('keep the name of the first beside other files, and each run of names is one', async () => {
    for (const name of ['bao-cao (1).jpg', 'bao-cao (2).jpg', 'phu-luc-1.png', 'phu-luc-2.jpg'])
      await put(`so-a/${name}`);
    await put('so-a/minh-chung/1.pdf', '%PDF-1.7');
    expect(await gather(folder)).toEqual([
      ['so-a/bao-cao (1).jpg', 'bao-cao (1).jpg', 'bao-cao (2).jpg'],
      'so-a/minh-chung/1.pdf',
      ['so-a/phu-luc-1.png', 'phu-luc-1.png', 'phu-luc-2.jpg'],
    ]);
  });

  it('have a place for a page that is missing between them, unless the numbers are a camera’s', async () => {
    for (const number of [1, 2, 4]) await put(`so-a/${number}.jpg`);
    for (const number of [2041, 2044]) await put(`so-b/IMG_${number}.jpg`);
    expect(await gather(folder)).toEqual([
      ['so-a', '1.jpg', '2.jpg', null, '4.jpg'],
      ['so-b', 'IMG_2041.jpg', 'IMG_2044.jpg'],
    ]);
  });

  it('are one document where each file was given, and where they lie in an archive', async () => {
    const files = [await put('x/a-1.jpg'), await put('x/a-2.jpg')];
    expect(await gather(...files)).toEqual([['a-1.jpg', 'a-1.jpg', 'a-2.jpg']]);
    await rm(path.join(folder, 'x'), { recursive: true });
    await put('so-a.zip', await zipOf(['1.jpg', '2.jpg'].map((name) => ({ name, content: jpeg(name) }))));
    expect(await gather(folder)).toEqual([['so-a.zip', '1.jpg', '2.jpg']]);
  });

  it('a lone image, and images without numbers, stay what they are', async () => {
    for (const name of ['a.jpg', 'b.png', 'so-a/trang-1.jpg']) await put(name);
    expect(await gather(folder)).toEqual(['a.jpg', 'b.png', 'so-a/trang-1.jpg']);
  });

  it('give the same bytes and hash each time', async () => {
    await put('so-a/1.jpg');
    await put('so-a/2.jpg');
    await gather(folder);
    const first = gathered?.inputs[0]?.sha256;
    await gathered?.discard();
    await gather(folder);
    expect(gathered?.inputs[0]?.sha256).toBe(first);
  });
});
