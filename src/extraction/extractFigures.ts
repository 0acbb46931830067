import type { Figure } from '../model/facts.js';
import { findBreakdowns } from './figures/findBreakdowns.js';
import { findListedBreakdowns } from './figures/findListedBreakdowns.js';
import { findPercentages } from './figures/findPercentages.js';
import { findRanks } from './figures/findRanks.js';
import { lexiconOf } from './figures/lexicon.js';
import { type Stretch, stretchOf } from './figures/Stretch.js';
import type { ExtractionInput } from './input.js';
import { readSaid } from './said.js';

/** Percentages beside their numbers, totals with their breakdown, ranks: in the order in which they stand. */
export function extractFigures(input: ExtractionInput): readonly Figure[] {
  const lexicon = lexiconOf(input.pipeline.vocabulary.figures);
  const { doubtfulConfidence } = input.pipeline.thresholds;
  const said = readSaid(input);
  const found: Figure[] = [];
  for (const { sentences } of said) {
    for (const [index, stretch] of sentences.entries()) {
      if (stretch.tokens.length === 0) continue;
      found.push(
        ...findPercentages(stretch, doubtfulConfidence),
        ...findBreakdowns(withTotalBefore(stretch, sentences[index - 1]), doubtfulConfidence).filter(
          ({ span }) => span.end > stretch.start,
        ),
        ...findRanks(stretch, doubtfulConfidence),
      );
    }
  }
  found.push(...findListedBreakdowns(input.text, said, lexicon, doubtfulConfidence));
  return found.sort((left, right) => left.span.start - right.span.start);
}

/** `Tổng số đơn: 25 đơn. Trong đó: …`: a list that begins a sentence has its total in the one before. */
function withTotalBefore(stretch: Stretch, before: Stretch | undefined): Stretch {
  const marker = stretch.masked.search(stretch.lexicon.breakdown.marker);
  if (before === undefined || marker === -1 || /[a-z]/.test(stretch.masked.slice(0, marker))) return stretch;
  return stretchOf(
    stretch.document,
    { start: before.start, end: stretch.start + stretch.folded.length },
    stretch.lexicon,
  );
}
