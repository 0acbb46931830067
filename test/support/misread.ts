import type { ReportFacts } from '../../src/model/facts.js';
import { readText } from './readText.js';

type Change = (facts: ReportFacts) => ReportFacts;

/** What a scan does to facts that a clean text never shows: changes for `evaluate`. */
export const misread = {
  /** OCR was unsure of the digits of one criterion's points; of all without an id. */
  points:
    (criterion?: string): Change =>
    (facts) => ({
      ...facts,
      scores: facts.scores.map((score) =>
        criterion === undefined || score.criterion === criterion
          ? { ...score, doubtful: true, confidence: 0.5 }
          : score,
      ),
    }),

  /** OCR was unsure of a digit of one document's number; of all without a number. */
  citations:
    (full?: string): Change =>
    (facts) => ({
      ...facts,
      citations: facts.citations.map((citation) =>
        full === undefined || citation.full === full ? { ...citation, doubtful: true } : citation,
      ),
    }),

  /** OCR was unsure of every counted figure. */
  figures: (facts: ReportFacts): ReportFacts => ({
    ...facts,
    figures: facts.figures.map((figure) => ({ ...figure, doubtful: true })),
  }),

  /** Ink in the text of every page that no word covers. */
  ink: (facts: ReportFacts): ReportFacts => ({
    ...facts,
    pages: facts.pages.map((page) => ({ ...page, unread: [{ box: [0.1, 0.5, 0.9, 0.53], marks: 30 }] })),
  }),

  /** One more page, which could not be read. */
  page: (facts: ReportFacts): ReportFacts => ({
    ...facts,
    pages: [...facts.pages, { number: 2, readable: false, origin: 'failed', confidence: 0, unread: [] }],
  }),

  /** The report was a picture, and read well. */
  picture:
    (report: string): Change =>
    (facts) => ({ ...facts, text: readText(report) }),
};
