import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { markEncrypted, type ZipMember, zipOf } from '../../../test/support/zipOf.js';
import { type Gathered, gatherInputs } from '../gatherInputs.js';
import { archiveLimits } from './ArchiveBudget.js';

const pdf = '%PDF-1.7\n';
let folder: string;
const gatheredOnes: Gathered[] = [];

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'soat-archive-'));
});
afterEach(async () => {
  for (const gathered of gatheredOnes.splice(0)) await gathered.discard();
  await rm(folder, { recursive: true, force: true });
});

async function put(name: string, zip: Uint8Array): Promise<string> {
  const file = path.join(folder, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, zip);
  return file;
}

async function gather(...args: Parameters<typeof gatherInputs>): Promise<Gathered> {
  const gathered = await gatherInputs(...args);
  gatheredOnes.push(gathered);
  return gathered;
}

const member = (name: string, content: string | Uint8Array = pdf, mode?: number): ZipMember => ({
  name,
  content,
  ...(mode === undefined ? {} : { mode }),
});
const verdicts = ({ inputs }: Gathered) =>
  inputs.map(({ relativeName, refusal }) => [relativeName, refusal?.code ?? null]);

describe('an archive', () => {
  it('is like a folder: its members are inputs under its name, junk passed over, data files set aside', async () => {
    await put(
      'so-a.zip',
      await zipOf(
        ['b/2.pdf', 'a.pdf', '__MACOSX/a.pdf', 'b/Thumbs.db', '~$x.docx', 'x.json'].map((name) => member(name)),
      ),
    );
    const gathered = await gather([folder]);
    expect(verdicts(gathered)).toEqual([
      ['so-a.zip/a.pdf', null],
      ['so-a.zip/b/2.pdf', null],
    ]);
    expect(gathered.aside).toEqual(['so-a.zip/x.json']);
    expect(await readFile(gathered.inputs[0]?.absolute ?? '', 'utf8')).toBe(pdf);
  });

  it('given by itself does not stand in its members’ names', async () => {
    const zip = await put('so-a.zip', await zipOf([member('a.pdf')]));
    expect(verdicts(await gather([zip]))).toEqual([['a.pdf', null]]);
  });

  it('is opened inside another one, down to its limit', async () => {
    let zip = await zipOf([member('a.pdf')]);
    for (let depth = 2; depth <= archiveLimits.depth; depth++) zip = await zipOf([member('in.zip', zip)]);
    const deepest = `${'in.zip/'.repeat(archiveLimits.depth - 1)}a.pdf`;
    expect(verdicts(await gather([await put('a.zip', zip)]))).toEqual([[deepest, null]]);
    const deeper = await put('b.zip', await zipOf([member('in.zip', zip), member('b.pdf')]));
    expect(verdicts(await gather([deeper]))).toEqual([
      ['b.pdf', null],
      ['in.zip/in.zip/in.zip', 'archive-too-large'],
    ]);
  });

  it.each([
    ['a path out of it', '../../b.pdf', undefined, 'b.pdf'],
    ['a path out of it, written as Windows does', '..\\..\\b.pdf', undefined, 'b.pdf'],
    ['an absolute path', '/etc/b.pdf', undefined, 'etc/b.pdf'],
    ['a drive', 'C:\\b.pdf', undefined, 'C_/b.pdf'],
    ['a device', 'x/CON.pdf', undefined, 'x/_CON.pdf'],
    ['a link', 'b.pdf', 0o120777, 'b.pdf'],
    ['a name that differs from another one by case alone', 'A.PDF', undefined, 'A.PDF'],
  ])(
    'refuses a member with %s, under a harmless name, and reads the one beside it',
    async (_case, name, mode, safe) => {
      const zip = await zipOf([member('a.pdf'), member(name, pdf, mode)]);
      const found = verdicts(await gather([await put('x.zip', zip)]));
      expect(found).toHaveLength(2);
      const codes = found.map(([, code]) => code).sort();
      expect(codes).toEqual(['archive-unsafe', null]);
      const refused = found.find(([, code]) => code !== null)?.[0];
      // Of two names that differ by case the first in order is read.
      expect([safe, 'a~2.pdf']).toContain(refused === 'a.pdf' ? safe : refused);
      expect((await readdir(folder)).sort()).toEqual(['x.zip']);
    },
  );

  it('refuses members that are encrypted, each', async () => {
    const zip = markEncrypted(await zipOf([member('a.pdf'), member('b.pdf')]));
    expect(verdicts(await gather([await put('x.zip', zip)]))).toEqual([
      ['a.pdf', 'encrypted'],
      ['b.pdf', 'encrypted'],
    ]);
  });

  it.each([
    ['many times its packed size', { ratio: 100, bytesOfAnyRatio: 1_000 }],
    ['more than all members may take', { bytes: 100_000 }],
  ])('refuses a member that unpacks to %s, and reads the others', async (_case, limits) => {
    const zip = await zipOf([member('a.pdf'), member('b.pdf', Buffer.alloc(200_000)), member('c.pdf')]);
    const archives = { ...archiveLimits, ...limits };
    expect(verdicts(await gather([await put('x.zip', zip)], { archives }))).toEqual([
      ['a.pdf', null],
      ['b.pdf', 'archive-too-large'],
      ['c.pdf', null],
    ]);
  });

  it.each([
    ['too many members', () => zipOf(Array.from({ length: 9 }, (_, at) => member(`${at}.pdf`))), 'archive-too-large'],
    ['none', () => zipOf([]), 'archive-empty'],
    ['nothing but junk', () => zipOf([member('.DS_Store')]), 'archive-empty'],
    ['a Word document’s parts', () => zipOf([member('word/document.xml', '<x/>')]), 'wrong-suffix'],
    ['its second half missing', async () => (await zipOf([member('a.pdf')])).subarray(0, 60), 'truncated'],
  ])('with %s is refused as a whole', async (_case, make, code) => {
    await put('x.zip', await make());
    const archives = { ...archiveLimits, entries: 8 };
    expect(verdicts(await gather([folder], { archives }))).toEqual([['x.zip', code]]);
  });

  it('tells a damaged member, and reads the one beside it', async () => {
    const zip = await zipOf([
      member('a.pdf', Buffer.from(Array.from({ length: 999 }, (_, at) => (at * 7919) % 251))),
      member('b.pdf'),
    ]);
    zip.fill(0xff, 40, 140);
    expect(verdicts(await gather([await put('x.zip', zip)]))).toEqual([
      ['a.pdf', 'truncated'],
      ['b.pdf', null],
    ]);
  });

  const name = 'Báo cáo Sở Y tế.pdf';
  /** As Windows in Vietnam writes it: code page 1258, whose accents follow their letters. */
  const windows1258 = Uint8Array.from([
    ...[0x42, 0xe1, 0x6f, 0x20, 0x63, 0xe1, 0x6f, 0x20, 0x53, 0xf5, 0xd2, 0x20, 0x59, 0x20, 0x74, 0xea, 0xec],
    ...[0x2e, 0x70, 0x64, 0x66],
  ]);
  it.each([
    ['UTF-8 with its flag', undefined],
    ['UTF-8 without it', () => new TextEncoder().encode(name)],
    ['decomposed, as macOS writes it', () => new TextEncoder().encode(name.normalize('NFD'))],
    ['code page 1258', () => windows1258],
  ])('gives a Vietnamese name in %s as it was meant', async (_case, encodeName) => {
    const packed = await zipOf([member(name)], encodeName === undefined ? {} : { encodeName });
    const zip = encodeName === undefined ? packed : withoutUtf8Flag(packed);
    expect(verdicts(await gather([await put('x.zip', zip)]))).toEqual([[name, null]]);
  });

  it('unpacks where it is told, and leaves nothing behind once discarded', async () => {
    const scratch = path.join(folder, 'scratch', 'own-');
    const gathered = await gatherInputs([await put('x.zip', await zipOf([member('a.pdf')]))], { scratch });
    const unpacked = gathered.inputs[0]?.absolute ?? '';
    expect(unpacked.startsWith(scratch)).toBe(true);
    await gathered.discard();
    await expect(readFile(unpacked)).rejects.toMatchObject({ code: 'ENOENT' });
    await expect(readdir(path.dirname(unpacked))).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

function withoutUtf8Flag(zip: Buffer): Buffer {
  const plain = Buffer.from(zip);
  for (const [signature, offset] of [
    ['PK\x03\x04', 6],
    ['PK\x01\x02', 8],
  ] as const) {
    const at = plain.indexOf(signature, 0, 'latin1');
    plain.writeUInt16LE(plain.readUInt16LE(at + offset) & ~0x800, at + offset);
  }
  return plain;
}
