import type { z } from 'zod';
import { type AnalysedDocument, nameDocument } from '../../audit/assembleDocument.js';
import { correctReading, isWithin } from '../../audit/correctReading.js';
import type { Source } from '../../audit/failedDocument.js';
import type { StageKeys } from '../../audit/stageKeys.js';
import type { PageOutcome } from '../../audit/stageTask.js';
import type { SoatDocument } from '../../model/document.js';
import { SoatError } from '../../model/errors.js';
import type { PageReading } from '../../model/page.js';
import type { Attachment } from '../../model/paper.js';
import { Threads } from '../../queue/Threads.js';
import { type StageKey, type StageOutcome, wholeDocument } from '../../store/StageResults.js';
import type { Store } from '../../store/Store.js';
import type { Routes } from '../api/index.js';
import type { Corrections, HoldingCorrection } from '../records/Corrections.js';

type CorrectedWord = z.output<Routes['readPageWords']['response']>['words'][number];

/** Runs the rules again on what people read, in a thread of its own; what the machine read stays as it is. */
export class Corrector {
  readonly #results: Store['results'];
  readonly #keys: (pipeline: string | null) => StageKeys;
  readonly #corrections: Corrections;
  readonly #threads = new Threads({ count: 1 });

  constructor(results: Store['results'], keys: (pipeline: string | null) => StageKeys, corrections: Corrections) {
    this.#results = results;
    this.#keys = keys;
    this.#corrections = corrections;
  }

  /**
   * The document with a filing's corrections, seen beside what was handed in with it; null where it could not be read.
   * @throws SoatError of the analysis
   */
  async analyse(
    filing: number,
    source: Source,
    pipeline: string | null,
    attachments: readonly Attachment[] = [],
  ): Promise<SoatDocument | null> {
    const { sha256, bytes, relativeName } = source;
    const kept = await this.#kept(await this.#corrections.holding(filing), sha256, pipeline, attachments);
    return kept && nameDocument(JSON.parse(kept.json) as AnalysedDocument, { file: relativeName, sha256, bytes });
  }

  /**
   * Where a round finds what a report says as people read it; null where nobody corrected it, or it could not be read.
   * @throws SoatError of the analysis
   */
  async keyOf(filing: number, sha256: string, pipeline: string | null): Promise<StageKey | null> {
    const holding = await this.#corrections.holding(filing);
    return holding.length === 0 ? null : ((await this.#kept(holding, sha256, pipeline, []))?.key ?? null);
  }

  async #kept(
    holding: readonly HoldingCorrection[],
    sha256: string,
    pipeline: string | null,
    attachments: readonly Attachment[],
  ): Promise<{ readonly key: StageKey; readonly json: string } | null> {
    const keys = this.#keys(pipeline);
    const survey = await this.#results.find(sha256, wholeDocument, keys.survey);
    if (survey?.ok !== true) return null;
    const key = keys.correct(await this.#results.pageErrors(sha256, keys.read), attachments, holding);
    const kept = await this.#results.find(sha256, wholeDocument, key);
    if (kept?.ok === true) return { key, json: kept.json };
    const { pages, applied } = correctPages(await this.#results.pages(sha256, keys.read), holding);
    const stage = attachments.length === 0 ? 'analyse' : 'match';
    const outcome = await this.#threads.run({ stage, survey: survey.json, pages, pipeline, attachments });
    if (!outcome.ok) throw new SoatError(outcome.code, outcome.detail);
    await this.#corrections.noteApplied(applied);
    await this.#results.keep(sha256, wholeDocument, key, outcome);
    return { key, json: outcome.json };
  }

  /** Whether a page reads as a correction says it does. */
  async fits(sha256: string, filing: number, correction: Omit<HoldingCorrection, 'id'>): Promise<boolean> {
    const reading = await this.#readingOf(sha256, correction.page, await this.#corrections.holding(filing));
    return reading !== null && correctReading(reading, correction) !== null;
  }

  /** The words of a page as they stand. @throws SoatError `not-found` for a page that was not read */
  async wordsOf(sha256: string, filing: number, page: number): Promise<CorrectedWord[]> {
    const corrections = await this.#corrections.holding(filing);
    const reading = await this.#readingOf(sha256, page, corrections);
    if (reading === null) throw new SoatError('not-found');
    const here = corrections.filter((correction) => correction.page === page);
    return reading.lines.flatMap(({ words }) =>
      words.map(({ text, box, confidence }) => {
        const [left, top, right, bottom] = box;
        const read = here.find((correction) => isWithin(box, correction.box))?.read ?? null;
        return { text, box: [left, top, right, bottom], confidence, read };
      }),
    );
  }

  async #readingOf(
    sha256: string,
    page: number,
    corrections: readonly HoldingCorrection[],
  ): Promise<PageReading | null> {
    const outcome = await this.#results.find(sha256, page, this.#keys(null).read);
    if (outcome?.ok !== true) return null;
    const [corrected] = correctPages(new Map([[page, outcome]]), corrections).pages;
    return corrected?.outcome.ok === true ? (JSON.parse(corrected.outcome.json) as PageReading) : null;
  }

  async close(): Promise<void> {
    await this.#threads.close();
  }
}

function correctPages(read: ReadonlyMap<number, StageOutcome>, corrections: readonly HoldingCorrection[]) {
  const pages = new Map(read);
  const applied = new Map<number, boolean>();
  for (const correction of corrections) {
    const outcome = pages.get(correction.page);
    const reading = outcome?.ok === true ? correctReading(JSON.parse(outcome.json) as PageReading, correction) : null;
    applied.set(correction.id, reading !== null);
    if (reading !== null) pages.set(correction.page, { ok: true, json: JSON.stringify(reading) });
  }
  return { pages: [...pages].map(([page, outcome]): PageOutcome => ({ page, outcome })), applied };
}
