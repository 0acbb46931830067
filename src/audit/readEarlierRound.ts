import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { extractFacts } from '../extraction/extractFacts.js';
import { documentSchema, type SoatDocument } from '../model/document.js';
import { SoatError } from '../model/errors.js';
import type { PageSummary } from '../model/facts.js';
import type { Comparable } from '../model/round.js';
import { loadPipelineForYear } from '../pipeline/loadPipeline.js';
import { loadVocabulary } from '../pipeline/loadVocabulary.js';
import { comparableOf } from '../rules/shared/round/comparableOf.js';
import { plainText } from '../text/plainText.js';

/** A report of an earlier round, under the name that its results carry. */
export interface EarlierReport {
  readonly file: string;
  readonly comparable: Comparable;
}

/** A result holds a report's text and boxes; a thousand pages make twenty megabytes. */
const largestResult = 100_000_000;

/**
 * The reports of an earlier round from the folder that `soat audit` wrote its results to. Their pages' texts are read
 * again as plain text: places on the page are lost but for the page itself. What is no result is left out.
 * @throws SoatError `path-not-found` where the folder holds no results
 */
export async function* readEarlierRound(folder: string): AsyncGenerator<EarlierReport, void, undefined> {
  const results = path.join(folder, 'documents');
  const names = await readdir(results, { recursive: true }).catch((cause: unknown) => {
    throw new SoatError('path-not-found', results, { cause });
  });
  for (const name of names.filter((one) => one.endsWith('.json')).sort()) {
    const document = await resultIn(path.join(results, name));
    if (document !== null) yield { file: document.source.file, comparable: comparableIn(document) };
  }
}

async function resultIn(file: string): Promise<SoatDocument | null> {
  const content = await readFile(file);
  if (content.length > largestResult) return null;
  try {
    const { success, data } = documentSchema.safeParse(JSON.parse(content.toString('utf8')));
    return success && data.status !== 'failed' ? data : null;
  } catch {
    return null;
  }
}

function comparableIn({ report, pages }: SoatDocument): Comparable {
  const { pipeline, registry } = loadPipelineForYear(report.year);
  const text = plainText(pages.map((page) => page.text).join('\f'), loadVocabulary().text);
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
