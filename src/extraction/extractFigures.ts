import type { Figure } from '../model/facts.js';
import { sentencesIn } from '../text/sentences.js';
import { findBreakdowns } from './figures/findBreakdowns.js';
import { findListedBreakdowns } from './figures/findListedBreakdowns.js';
import { findPercentages } from './figures/findPercentages.js';
import { findRanks } from './figures/findRanks.js';
import { lexiconOf } from './figures/lexicon.js';
import { stretchOf } from './figures/Stretch.js';
import type { ExtractionInput } from './input.js';
import { saidIn } from './saidIn.js';

/** Percentages beside their numbers, totals with their breakdown, ranks: in the order in which they stand. */
export function extractFigures(input: ExtractionInput): readonly Figure[] {
  const lexicon = lexiconOf(input.pipeline.vocabulary.figures);
  const { doubtfulConfidence } = input.pipeline.thresholds;
  const found: Figure[] = [];
  const paragraphs = saidIn(input);
  for (const paragraph of paragraphs) {
    for (const sentence of sentencesIn(input.text, paragraph, input.pipeline.vocabulary.text)) {
      const stretch = stretchOf(input.text, sentence, lexicon);
      if (stretch.tokens.length === 0) continue;
      found.push(
        ...findPercentages(stretch, doubtfulConfidence),
        ...findBreakdowns(stretch, doubtfulConfidence),
        ...findRanks(stretch, doubtfulConfidence),
      );
    }
  }
  found.push(...findListedBreakdowns(input, paragraphs, lexicon, doubtfulConfidence));
  return found.sort((left, right) => left.span.start - right.span.start);
}
