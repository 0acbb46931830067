import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { extractFacts } from '../extraction/extractFacts.js';
import { documentSchema, type SoatDocument } from '../model/document.js';
import { SoatError } from '../model/errors.js';
import type { PageSummary } from '../model/facts.js';
import type { Comparable } from '../model/round.js';
import { loadPipelineForYear } from '../pipeline/loadPipeline.js';
import { loadVocabulary } from '../pipeline/loadVocabulary.js';
import { comparableOf } from '../rules/shared/round/comparableOf.js';
import { joinLines } from '../text/joinLines.js';
import { plainText } from '../text/plainText.js';

/** A document that `soat audit` wrote; size and time tell whether it is still the same. */
export interface EarlierResult {
  readonly path: string;
  readonly bytes: number;
  readonly changedAt: number;
}

/** A result holds a report's text and boxes; a thousand pages make twenty megabytes. */
const largestResult = 100_000_000;

/**
 * The documents in a folder of results of an earlier round, in order, without opening them.
 * @throws SoatError `path-not-found` where the folder holds no results
 */
export async function resultsIn(folder: string): Promise<readonly { file: string; result: EarlierResult }[]> {
  const results = path.resolve(folder, 'documents');
  const names = await readdir(results, { recursive: true }).catch((cause: unknown) => {
    throw new SoatError('path-not-found', results, { cause });
  });
  const found = [];
  for (const name of names.filter((one) => one.endsWith('.json')).sort()) {
    const { size: bytes, mtimeMs: changedAt } = await stat(path.join(results, name));
    const file = name.slice(0, -'.json'.length).replaceAll('\\', '/');
    found.push({ file, result: { path: path.join(results, name), bytes, changedAt } });
  }
  return found;
}

/** What is taken of an older result; its other parts may have had another shape. */
const resultSchema = z.object({
  schema: documentSchema.shape.schema,
  status: documentSchema.shape.status,
  role: documentSchema.shape.role.default('report'),
  source: documentSchema.shape.source,
  report: z.object({ ...documentSchema.shape.report.shape }),
  pages: z.array(
    z.object({
      number: z.int(),
      origin: z.enum(['text', 'ocr', 'blank', 'failed']),
      confidence: z.number(),
      text: z.string(),
    }),
  ),
});

/** An earlier report as far as a comparison reads it. */
export type EarlierDocument = Pick<z.infer<typeof resultSchema>, 'report' | 'pages'>;

/** Reads a result back; null for what is none, for an attachment, and for a document that could not be read. */
export async function readResult({ path: file, bytes }: EarlierResult): Promise<z.infer<typeof resultSchema> | null> {
  if (bytes > largestResult) return null;
  try {
    const { success, data } = resultSchema.safeParse(JSON.parse(await readFile(file, 'utf8')));
    return success && data.status !== 'failed' && data.role === 'report' ? data : null;
  } catch {
    return null;
  }
}

/**
 * What a round needs to know of an earlier report, from its pages' texts: places on the page are lost but for the page
 * itself, and paragraphs are told by the lengths of lines.
 */
export function comparableIn({ report, pages }: Pick<SoatDocument, 'report' | 'pages'> | EarlierDocument): Comparable {
  const { pipeline, registry } = loadPipelineForYear(report.year);
  const { text: vocabulary } = loadVocabulary();
  const joined = pages.map((page) => joinLines(page.text, vocabulary.partWords));
  const text = plainText(joined.join('\f'), vocabulary);
  const summaries = pages.map(
    ({ number, origin, confidence }): PageSummary => ({
      number,
      readable: origin !== 'failed',
      origin,
      confidence,
      unread: [],
    }),
  );
  const facts = extractFacts({ text, pages: summaries, signatures: [] }, pipeline);
  const comparable = comparableOf({ facts, pipeline, registry, attachments: [] });
  const { agency, number, date, year, place } = report;
  return { ...comparable, identity: { ...comparable.identity, agency, number, date, year, place } };
}
