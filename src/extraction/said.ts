import type { Paragraph } from '../model/document-text.js';
import { sentencesIn } from '../text/sentences.js';
import { lexiconOf } from './figures/lexicon.js';
import { type Stretch, stretchOf } from './figures/Stretch.js';
import type { ExtractionInput } from './input.js';
import { saidIn } from './saidIn.js';

/** A paragraph in which the report says something, with its sentences and the numbers in them. */
export interface Said {
  readonly paragraph: Paragraph;
  readonly sentences: readonly Stretch[];
  /** The sentences, parted at semicolons too. */
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
  const stretchesOf = (clauses: boolean) =>
    sentencesIn(text, paragraph, words, { clauses }).map((span) => stretchOf(text, span, lexiconOf(figures)));
  const sentences = stretchesOf(false);
  return {
    paragraph,
    sentences,
    clauses: sentences.some(({ folded }) => folded.includes(';')) ? stretchesOf(true) : sentences,
  };
}
