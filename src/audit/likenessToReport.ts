import type { SoatDocument } from '../model/document.js';
import { loadVocabulary } from '../pipeline/loadVocabulary.js';
import { holdsPhrase, tokensOf } from '../text/resembles.js';

/** What of a document tells whether it is the report of its submission. */
export type ReportLike = Pick<SoatDocument, 'source' | 'report' | 'scores' | 'status'>;

/** A document without its text: a round of hundreds is judged at once. */
export function likenessOnly({ source, report, scores, status }: ReportLike): ReportLike {
  return { source, report, scores, status };
}

/** How surely a document is a self-assessment report, by its title and what it claims; file names tell nothing. */
export const likeness = {
  /** Titled as another kind of paper, or nothing speaks for a report. */
  none: 0,
  /** A report on the fight against corruption that neither assesses itself in its title nor claims points. */
  related: 1,
  /** Claims points, and is not titled as another kind of paper. */
  claiming: 2,
  /** Titled a report of self-assessment. */
  titled: 3,
} as const;

export type Likeness = (typeof likeness)[keyof typeof likeness];

export function likenessToReport({ report: { title }, scores }: ReportLike): Likeness {
  const { structure } = loadVocabulary();
  const holds = (phrases: readonly string[]) => phrases.some((phrase) => holdsPhrase(title ?? '', tokensOf(phrase)));
  if (isTitledReport(title)) {
    if (holds(structure.assessmentWords)) return likeness.titled;
    if (scores.length > 0) return likeness.claiming;
    return holds(structure.reportSubjects) ? likeness.related : likeness.none;
  }
  return scores.length > 0 && !isTitledOtherwise(title) ? likeness.claiming : likeness.none;
}

/** Titled as a plan, a decision, minutes: any kind of paper but a report. */
export function isTitledOtherwise(title: string | null): boolean {
  const { text } = loadVocabulary();
  return !isTitledReport(title) && text.documentTypes.some((type) => beginsWith(title, type));
}

function isTitledReport(title: string | null): boolean {
  return loadVocabulary().identity.titleWords.some((word) => beginsWith(title, word));
}

function beginsWith(title: string | null, words: string): boolean {
  const start = tokensOf(title ?? '').slice(0, tokensOf(words).length);
  return start.join(' ') === tokensOf(words).join(' ');
}
