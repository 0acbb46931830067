import { posix } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl';
import { SoatError } from '../../model/errors.js';
import type { Content } from '../source/content.js';
import { childrenOf, parseXml, type XmlElement } from './parseXml.js';

/** The parts of a Word file that its text is made from. */
export interface DocxParts {
  readonly document: XmlElement;
  readonly styles: XmlElement | undefined;
  readonly numbering: XmlElement | undefined;
  readonly footnotes: XmlElement | undefined;
  readonly endnotes: XmlElement | undefined;
  /** Parts by the id that the document refers to them with. */
  readonly related: (id: string) => Promise<XmlElement | undefined>;
  close(): void;
}

/** Entries of the package; bytes of one part unpacked: a thousand pages of text take twenty million. */
const bounds = { entries: 10_000, partBytes: 64_000_000 };

interface Relation {
  readonly id: string;
  /** The last word of its type: `styles`, `header`. */
  readonly type: string;
  /** Name of the part in the package. */
  readonly target: string;
}

/** @throws SoatError `truncated`, `not-a-document`, `too-large`, `encrypted` */
export async function readParts(content: Content): Promise<DocxParts> {
  const zip = await openZip(content);
  try {
    const entries = await entriesOf(zip);
    const part = async (name: string | undefined): Promise<XmlElement | undefined> => {
      const entry = name === undefined ? undefined : entries.get(name);
      return entry === undefined ? undefined : parseXml(await textOf(zip, entry));
    };
    const main = relationsOf(await part('_rels/.rels'), '').find(({ type }) => type === 'officeDocument')?.target;
    const document = await part(main);
    if (main === undefined || document?.name !== 'document') throw new SoatError('not-a-document', 'DOCX');
    const folder = posix.dirname(main);
    const relations = relationsOf(await part(`${folder}/_rels/${posix.basename(main)}.rels`), folder);
    const ofType = (type: string) => part(relations.find((relation) => relation.type === type)?.target);
    return {
      document,
      styles: await ofType('styles'),
      numbering: await ofType('numbering'),
      footnotes: await ofType('footnotes'),
      endnotes: await ofType('endnotes'),
      related: (id) => part(relations.find((relation) => relation.id === id)?.target),
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function openZip(content: Content): Promise<ZipFile> {
  try {
    if (typeof content === 'string') return await openPromise(content, { autoClose: false });
    return await fromBufferPromise(Buffer.from(content.buffer, content.byteOffset, content.byteLength));
  } catch (cause) {
    throw new SoatError('truncated', null, { cause });
  }
}

async function entriesOf(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  if (zip.entryCount > bounds.entries) throw new SoatError('too-large', `${zip.entryCount} parts`);
  const entries = new Map<string, Entry>();
  try {
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
  } catch (cause) {
    throw new SoatError('truncated', null, { cause });
  }
  return entries;
}

async function textOf(zip: ZipFile, entry: Entry): Promise<string> {
  if (entry.isEncrypted()) throw new SoatError('encrypted');
  if (entry.uncompressedSize > bounds.partBytes) throw new SoatError('too-large', entry.fileName);
  try {
    return (await buffer(await zip.openReadStreamPromise(entry))).toString('utf8');
  } catch (cause) {
    throw new SoatError('truncated', entry.fileName, { cause });
  }
}

function relationsOf(part: XmlElement | undefined, folder: string): readonly Relation[] {
  return childrenOf(part, 'Relationship').map(({ attributes }) => {
    const target = attributes.get('Target') ?? '';
    return {
      id: attributes.get('Id') ?? '',
      type: posix.basename(attributes.get('Type') ?? ''),
      target: target.startsWith('/') ? target.slice(1) : posix.join(folder, target),
    };
  });
}
