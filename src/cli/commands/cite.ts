import { readFile } from 'node:fs/promises';
import { text as readAll } from 'node:stream/consumers';
import { z } from 'zod';
import { citeText } from '../../extraction/citeText.js';
import { SoatError } from '../../model/errors.js';
import { loadVocabulary } from '../../pipeline/loadVocabulary.js';
import { exitStatus } from '../exitStatus.js';

export interface CiteStreams {
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: NodeJS.WritableStream;
}

const passage = z.object({ id: z.unknown(), text: z.string() });

/**
 * Prints the citations of UTF-8 text, one JSON object a line (`-`: standard input). With `jsonl` the file holds one
 * `{id, text}` a line and each line gives one `{id, citations}`.
 * @throws SoatError `wrong-usage`, `path-not-found` or `unreadable-file`
 */
export async function cite(files: readonly string[], options: { jsonl?: string }, io: CiteStreams): Promise<number> {
  if (files.length === 0 && options.jsonl === undefined)
    throw new SoatError('wrong-usage', 'cite FILE… | --jsonl FILE');
  const vocabulary = loadVocabulary().citations;
  const print = (value: unknown) => write(io.stdout, `${JSON.stringify(value)}\n`);
  if (options.jsonl !== undefined) {
    const lines = (await read(options.jsonl, io.stdin)).split('\n');
    for (const [index, line] of lines.entries()) {
      if (line.trim() === '') continue;
      const { id, text } = parse(line, `${options.jsonl}:${index + 1}`);
      await print({ id, citations: citeText(text, vocabulary) });
    }
  }
  for (const file of files) {
    for (const citation of citeText(await read(file, io.stdin), vocabulary)) {
      await print(files.length > 1 ? { file, ...citation } : citation);
    }
  }
  return exitStatus.done;
}

/** A byte order mark is no part of the text. */
async function read(file: string, stdin: NodeJS.ReadableStream): Promise<string> {
  try {
    const content = file === '-' ? await readAll(stdin) : await readFile(file, 'utf8');
    return content.replace(/^\ufeff/, '');
  } catch (cause) {
    const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    throw new SoatError(missing ? 'path-not-found' : 'unreadable-file', file, { cause });
  }
}

function parse(line: string, where: string): { id: unknown; text: string } {
  try {
    return passage.parse(JSON.parse(line));
  } catch (cause) {
    throw new SoatError('wrong-usage', where, { cause });
  }
}

function write(stream: NodeJS.WritableStream, line: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(line, (error) => (error == null ? resolve() : reject(error)));
  });
}
