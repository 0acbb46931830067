import type { Paragraph, Span } from '../model/document-text.js';
import { sentencesIn } from '../text/sentences.js';
import { lexiconOf } from './figures/lexicon.js';
import { type Stretch, stretchOf } from './figures/Stretch.js';
import type { ExtractionInput } from './input.js';
import { saidIn } from './saidIn.js';

/** A paragraph in which the report says something, with its sentences and the numbers in them. */
export interface Said {
  readonly paragraph: Paragraph;
  readonly sentences: readonly Stretch[];
  /** The sentences, parted at semicolons too; one that has none is the sentence itself. */
  readonly clauses: readonly Stretch[];
}

const memo = new WeakMap<ExtractionInput, readonly Said[]>();

/** What the report says, read once for all extractors that go from sentence to sentence. */
export function readSaid(input: ExtractionInput): readonly Said[] {
  let said = memo.get(input);
  if (said === undefined) {
    said = saidIn(input).map((paragraph) => saidAt(paragraph, input));
    memo.set(input, said);
  }
  return said;
}

function saidAt(paragraph: Paragraph, { text, pipeline }: ExtractionInput): Said {
  const { text: words, figures } = pipeline.vocabulary;
  const stretchAt = (span: Span) => stretchOf(text, span, lexiconOf(figures));
  const sentences = sentencesIn(text, paragraph, words).map(stretchAt);
  if (!sentences.some(({ folded }) => folded.includes(';'))) return { paragraph, sentences, clauses: sentences };
  const whole = new Map(sentences.map((sentence) => [sentence.start, sentence]));
  const clauses = sentencesIn(text, paragraph, words, { clauses: true }).map((span) => {
    const sentence = whole.get(span.start);
    return sentence?.folded.length === span.end - span.start ? sentence : stretchAt(span);
  });
  return { paragraph, sentences, clauses };
}
