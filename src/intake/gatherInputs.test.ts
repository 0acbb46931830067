import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { gatherInputs } from './gatherInputs.js';

const pdf = '%PDF-1.7\n';
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'soat-intake-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function put(name: string, content: string | Uint8Array): Promise<string> {
  const file = path.join(folder, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, content);
  return file;
}

async function made(name: string): Promise<string> {
  await mkdir(path.join(folder, name));
  return path.join(folder, name);
}

describe('gatherInputs', () => {
  it.each([
    ['an empty PDF', 'a.pdf', '', 'empty'],
    ['text under the name of a PDF', 'a.pdf', 'xin chào', 'not-a-document'],
    ['a Word 97 file', 'a.doc', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'unsupported-format'],
    ['an Excel 97 file', 'a.xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'unsupported-format'],
    ['a RAR archive', 'a.rar', 'Rar!\x1a\x07', 'unsupported-format'],
    ['a PDF that calls itself Word', 'a.doc', pdf, 'wrong-suffix'],
    ['a Word file under a password', 'a.docx', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'encrypted'],
    ['a workbook', 'a.xlsx', 'PK\x03\x04', 'unsupported-format'],
    ['a plain text', 'a.txt', 'Báo cáo', 'unsupported-format'],
    ['a web page', 'a.html', '<p>Báo cáo</p>', 'unsupported-format'],
    ['a signature beside a file', 'a.p7s', Uint8Array.of(0x30, 0x82), 'unsupported-format'],
    ['what nobody knows', 'a.xyz', 'abc', 'unsupported-format'],
    ['text under the name of a picture', 'a.jpg', 'xin chào', 'not-a-document'],
    ['a damaged archive', 'a.zip', 'PK\x03\x04', 'truncated'],
    ['a picture that calls itself PDF', 'a.pdf', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), 'wrong-suffix'],
  ])('refuses %s and reads the file beside it', async (_case, name, content, code) => {
    await put(name, content);
    await put('b.pdf', pdf);
    const { inputs } = await gatherInputs([folder]);
    expect(inputs.map((input) => [input.relativeName, input.refusal?.code ?? null])).toEqual([
      [name, code],
      ['b.pdf', null],
    ]);
  });

  it('keeps sub-folders in names, writes them in NFC and takes files in order', async () => {
    await put('so-b/bao-cao.pdf', pdf);
    await put(`so-a/${'Báo cáo'.normalize('NFD')}.pdf`, pdf);
    const { inputs } = await gatherInputs([folder]);
    expect(inputs.map((input) => input.relativeName)).toEqual(['so-a/Báo cáo.pdf', 'so-b/bao-cao.pdf']);
  });

  it('gives the second file of one name ~2, letter case set aside', async () => {
    const first = await put('x/a.pdf', pdf);
    const second = await put('y/A.pdf', pdf);
    const { inputs } = await gatherInputs([first, second]);
    expect(inputs.map((input) => input.relativeName)).toEqual(['a.pdf', 'A~2.pdf']);
  });

  it('passes junk over, and sets data files and links to folders aside with a word', async () => {
    await put('a.pdf', pdf);
    await put('~$a.docx', 'x');
    await put('.DS_Store', 'x');
    await put('a.truth.json', '{}');
    await symlink(folder, path.join(folder, 'loop'));
    const { inputs, aside } = await gatherInputs([folder]);
    expect(inputs.map((input) => input.relativeName)).toEqual(['a.pdf']);
    expect(aside).toEqual(['a.truth.json', 'loop']);
  });

  it('reads a file through a link, and names a link that leads nowhere', async () => {
    await symlink(await put('elsewhere/a.pdf', pdf), path.join(await made('in'), 'a.pdf'));
    await symlink(path.join(folder, 'none'), path.join(folder, 'in', 'b.pdf'));
    const { inputs } = await gatherInputs([path.join(folder, 'in')]);
    expect(inputs.map((input) => [input.relativeName, input.bytes, input.refusal?.code ?? null])).toEqual([
      ['a.pdf', pdf.length, null],
      ['b.pdf', 0, 'unreadable-file'],
    ]);
  });

  it('gives the same bytes the same hash under two names', async () => {
    await put('a.pdf', pdf);
    await put('b.pdf', pdf);
    const { inputs } = await gatherInputs([folder]);
    expect(inputs[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(inputs[1]?.sha256).toBe(inputs[0]?.sha256);
  });

  it('refuses a file over the limit', async () => {
    await put('a.pdf', pdf);
    const { inputs } = await gatherInputs([folder], { fileBytes: 3 });
    expect(inputs[0]?.refusal?.code).toBe('too-large');
  });

  it('passes over the data folder, wherever it lies', async () => {
    await put('a.pdf', pdf);
    await put('data/originals/0f', pdf);
    const { inputs } = await gatherInputs([folder], { dataFolder: path.join(folder, 'data') });
    expect(inputs.map((input) => input.relativeName)).toEqual(['a.pdf']);
  });

  it('says which path does not exist, and when there is nothing to read', async () => {
    await expect(gatherInputs([path.join(folder, 'none')])).rejects.toMatchObject({ code: 'path-not-found' });
    await expect(gatherInputs([folder])).rejects.toMatchObject({ code: 'nothing-to-read' });
  });
});
