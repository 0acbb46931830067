import vm from 'node:vm';
import { expect, it } from 'vitest';
import { askedPatterns } from './askedPatterns.js';
import { type AskedPattern, hostilePieces, hostileText } from './hostileText.js';

/** A text of `length` that a pattern takes the square of its length for would show in a tenth of it; one that takes its length alone is far below. */
const length = 100_000;
const sample = { length: length / 10, suspicious: 1 };
/** Milliseconds of processor time: what else the machine does is not counted. */
const most = 100;
/** The least of so many tries counts: other work empties the processor's caches. */
const tries = 4;
/** Milliseconds of the clock for all texts of a pattern, a thousand times what they take; one that takes longer is stopped and is slow. */
const patience = 20_000;

const context = vm.createContext({ cpu: () => process.cpuUsage().user / 1000 });
const search = new vm.Script(
  'texts.map((text) => { const start = cpu(); for (const _ of text.matchAll(pattern)); return cpu() - start; })',
);

/** Milliseconds that it takes to find all matches in each text; null where it was stopped. */
function timesOf({ source, flags }: AskedPattern, texts: readonly string[]): readonly number[] | null {
  Object.assign(context, { pattern: new RegExp(source, flags), texts });
  try {
    return search.runInContext(context, { timeout: patience });
  } catch {
    return null;
  }
}

/** The pieces whose texts slow the pattern. */
function slowedBy(pattern: AskedPattern): readonly string[] {
  const timesAt = (pieces: readonly string[], size: number) =>
    timesOf(
      pattern,
      pieces.map((piece) => hostileText(piece, pattern, size)),
    );
  const pieces = hostilePieces(pattern);
  const sampled = timesAt(pieces, sample.length);
  if (sampled === null) return ['stopped at a tenth of the length'];
  let left = pieces.filter((_, index) => (sampled[index] ?? 0) > sample.suspicious);
  for (let round = 0; round < tries && left.length > 0; round++) {
    const times = timesAt(left, length);
    if (times === null) return ['stopped'];
    left = left.filter((_, index) => (times[index] ?? 0) > most);
  }
  return left;
}

async function readReports(): Promise<void> {
  const { makeRound } = await import('../../fixtures/make/round/makeRound.js');
  const { extractFacts } = await import('../../src/extraction/extractFacts.js');
  const { loadPipeline } = await import('../../src/pipeline/loadPipeline.js');
  const { evaluateRules } = await import('../../src/rules/evaluateRules.js');
  const { plainText } = await import('../../src/text/plainText.js');
  const { pipeline, registry } = loadPipeline('pctn-2023');
  const pages = [{ number: 1, readable: true, origin: 'text' as const, confidence: 1, unread: [] }];
  for (const { text } of makeRound('toc-do').reports.slice(0, 8)) {
    const document = plainText(text, pipeline.vocabulary.text);
    const facts = extractFacts({ text: document, pages, signatures: [] }, pipeline);
    evaluateRules({ facts, pipeline, registry, attachments: [] });
  }
}

it('answers 100 kB made to slow it within 100 ms, whichever the pattern', async () => {
  const patterns = await askedPatterns(readReports);
  expect(patterns.length).toBeGreaterThan(400);
  expect(
    patterns
      .map((pattern) => ({ place: pattern.place, pattern: pattern.source, pieces: slowedBy(pattern) }))
      .filter(({ pieces }) => pieces.length > 0),
  ).toEqual([]);
}, 900_000);
