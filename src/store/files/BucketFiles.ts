import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  CreateBucketCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { SoatError } from '../../model/errors.js';
import type { ObjectStoreSettings } from '../Deployment.js';
import type { FileStore } from './FileStore.js';
import { missing, removalMark } from './removalMark.js';

/** Bytes of fetched files that are kept on this machine; the longest unused go first. */
const fetchedBytes = 4e9;
/** A file fetched or used within these milliseconds may be open in a reading thread: it stays. */
const inUse = 3_600_000;

/** Files in a bucket of an S3-compatible store. Reading needs a local file: what is fetched is kept for the next page. */
export class BucketFiles implements FileStore {
  readonly #client: S3Client;
  readonly #bucket: string;
  readonly #folder: string;
  /** One fetch serves all pages that wait for it. */
  readonly #fetching = new Map<string, Promise<string>>();

  private constructor(client: S3Client, bucket: string, folder: string) {
    this.#client = client;
    this.#bucket = bucket;
    this.#folder = folder;
  }

  /** @param folder for fetched files, of this process or shared by several on one machine */
  static async open({ endpoint, bucket, region }: ObjectStoreSettings, folder: string): Promise<BucketFiles> {
    const client = new S3Client({
      region,
      ...(endpoint === null ? {} : { endpoint, forcePathStyle: true }),
      // Stores other than Amazon's know no checksum trailers.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    });
    const files = new BucketFiles(client, bucket, folder);
    await files.#makeBucket();
    return files;
  }

  async draftFolder(): Promise<string> {
    const folder = path.join(this.#folder, 'drafts');
    await mkdir(folder, { recursive: true });
    return folder;
  }

  put(key: string, draft: string): Promise<void> {
    return this.copyIn(key, draft);
  }

  async copyIn(key: string, from: string): Promise<void> {
    const { size } = await stat(from);
    await this.#send(key, createReadStream(from), size);
    await this.remove(removalMark(key));
  }

  async copyOut(key: string, to: string): Promise<void> {
    const content = await this.#contentOf(key);
    await pipeline(content, createWriteStream(to));
  }

  async sizeOf(key: string): Promise<number | undefined> {
    const head = await this.#ask(() =>
      this.#client.send(new HeadObjectCommand({ Bucket: this.#bucket, Key: key })).catch(undefinedWhereMissing),
    );
    return head?.ContentLength;
  }

  async fetch(key: string): Promise<string> {
    const local = path.join(this.#folder, ...key.split('/'));
    const now = new Date();
    const kept = await utimes(local, now, now).then(
      () => true,
      () => false,
    );
    if (kept) return local;
    const running = this.#fetching.get(key);
    if (running !== undefined) return running;
    const fetching = this.#download(key, local).finally(() => this.#fetching.delete(key));
    this.#fetching.set(key, fetching);
    return fetching;
  }

  async remove(key: string): Promise<void> {
    await rm(path.join(this.#folder, ...key.split('/')), { force: true });
    await this.#ask(() => this.#client.send(new DeleteObjectCommand({ Bucket: this.#bucket, Key: key })));
  }

  async retire(key: string): Promise<void> {
    await this.#send(removalMark(key), Buffer.alloc(0), 0);
    await this.remove(key);
  }

  async check(): Promise<void> {
    await this.#ask(() => this.#client.send(new HeadBucketCommand({ Bucket: this.#bucket })));
  }

  async #send(key: string, content: Readable | Buffer, size: number): Promise<void> {
    await this.#ask(() =>
      this.#client.send(new PutObjectCommand({ Bucket: this.#bucket, Key: key, Body: content, ContentLength: size })),
    );
  }

  async #download(key: string, local: string): Promise<string> {
    const draft = path.join(await this.draftFolder(), randomUUID());
    try {
      await mkdir(path.dirname(local), { recursive: true });
      await this.#makeRoom();
      const content = await this.#contentOf(key);
      await this.#ask(() => pipeline(content, createWriteStream(draft)));
      await rename(draft, local);
      return local;
    } finally {
      await rm(draft, { force: true });
    }
  }

  #contentOf(key: string): Promise<Readable> {
    return this.#ask(async () => {
      const object = await this.#client
        .send(new GetObjectCommand({ Bucket: this.#bucket, Key: key }))
        .catch(undefinedWhereMissing);
      if (object?.Body === undefined) {
        throw missing(`${this.#bucket}/${key}`, (await this.sizeOf(removalMark(key))) !== undefined);
      }
      return object.Body as Readable;
    });
  }

  async #makeRoom(): Promise<void> {
    const entries = await readdir(this.#folder, { recursive: true, withFileTypes: true });
    const files = await Promise.all(
      entries
        .filter((entry) => entry.isFile())
        .map(async (entry) => {
          const file = path.join(entry.parentPath, entry.name);
          const { size, mtimeMs } = await stat(file).catch(() => ({ size: 0, mtimeMs: Number.POSITIVE_INFINITY }));
          return { file, size, mtimeMs };
        }),
    );
    let bytes = files.reduce((sum, { size }) => sum + size, 0);
    for (const { file, size, mtimeMs } of files.sort((left, right) => left.mtimeMs - right.mtimeMs)) {
      if (bytes <= fetchedBytes || mtimeMs > Date.now() - inUse) return;
      await rm(file, { force: true });
      bytes -= size;
    }
  }

  async #makeBucket(): Promise<void> {
    await this.#ask(async () => {
      const there = await this.#client
        .send(new HeadBucketCommand({ Bucket: this.#bucket }))
        .catch(undefinedWhereMissing);
      if (there !== undefined) return;
      await this.#client.send(new CreateBucketCommand({ Bucket: this.#bucket })).catch(unlessThere);
    });
  }

  async #ask<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    try {
      return await work();
    } catch (cause) {
      if (cause instanceof SoatError) throw cause;
      throw new SoatError('object-store-unreachable', cause instanceof Error ? cause.message : String(cause), {
        cause,
      });
    }
  }
}

function undefinedWhereMissing(error: unknown): undefined {
  if (error instanceof Error && ['NotFound', 'NoSuchKey', 'NoSuchBucket'].includes(error.name)) return undefined;
  throw error;
}

/** Two processes may make the bucket at once. */
function unlessThere(error: unknown): void {
  if (error instanceof Error && ['BucketAlreadyOwnedByYou', 'BucketAlreadyExists'].includes(error.name)) return;
  throw error;
}
