import { confidenceOf, type DocumentText, type Paragraph, type Span, textOf, wordsIn } from '../model/document-text.js';
import type { Pipeline } from '../model/pipeline.js';
import { isCapitals, paperMarksOf } from '../text/paperMarks.js';
import { isWorded, type MarkerReading, readMarker } from './readMarker.js';
import { type TitleSimilarity, titleSimilarityOf } from './titleSimilarity.js';

/** A paragraph that may be a numbered heading. */
export interface HeadingCandidate {
  readonly paragraph: number;
  /** Mark and title; text glued behind the title is left out. */
  readonly span: Span;
  readonly title: string;
  /** Empty where the mark was not read: its place in the sequence must tell. */
  readonly readings: readonly MarkerReading[];
  readonly criteria: readonly { readonly id: string; readonly likeness: number }[];
  /** True where the mark came from a scan and may be misread. */
  readonly scanned: boolean;
  /** True where the title is one that the pipeline knows. */
  readonly known: boolean;
  /** True where the title runs on into text in the same paragraph. */
  readonly glued: boolean;
  /** How much it looks like a heading rather than a numbered sentence: 2 and more is a heading. */
  readonly looks: number;
}

const longestTitle = 400;
/** Titles hold few stops; a paragraph with many is text. */
const mostStops = 4;

interface Source {
  readonly document: DocumentText;
  readonly paragraphs: readonly Paragraph[];
  readonly pipeline: Pipeline;
  readonly similarity: TitleSimilarity;
  /** True where headings stand in bold: a numbered paragraph that does not is a sentence. */
  readonly boldHeadings: boolean;
}

/** Paragraphs of the running text within `span` that begin with a mark, or whose mark was lost to the reader. */
export function headingCandidates(document: DocumentText, span: Span, pipeline: Pipeline): readonly HeadingCandidate[] {
  const paragraphs = document.paragraphs.filter(({ start, end }) => start >= span.start && end <= span.end);
  const source: Source = {
    document,
    paragraphs,
    pipeline,
    similarity: titleSimilarityOf(pipeline),
    boldHeadings: setsHeadingsInBold(document, paragraphs, pipeline),
  };
  const marks = paperMarksOf(pipeline.vocabulary.text);
  return source.paragraphs.flatMap((paragraph, index) => {
    // `Q. GIÁM ĐỐC` signs the report; its letter numbers nothing.
    if (paragraph.kind !== 'body' || marks.isSigningLine(textOf(document, paragraph))) return [];
    const candidate = candidateAt(source, paragraph, index);
    return candidate === undefined ? [] : [candidate];
  });
}

/** Bold paragraphs with a mark; fewer may be bold for another reason. */
const fewestBold = 4;

function setsHeadingsInBold(document: DocumentText, paragraphs: readonly Paragraph[], pipeline: Pipeline): boolean {
  const { text, structure } = pipeline.vocabulary;
  const bold = paragraphs.filter(
    (paragraph) =>
      paragraph.bold === true &&
      paragraph.kind === 'body' &&
      readMarker(textOf(document, paragraph), text.partWords, structure.ordinals) !== undefined,
  );
  return bold.length >= fewestBold;
}

function candidateAt(source: Source, paragraph: Paragraph, index: number): HeadingCandidate | undefined {
  const { document, pipeline, similarity } = source;
  const text = textOf(document, paragraph);
  const printed = readMarker(text, pipeline.vocabulary.text.partWords, pipeline.vocabulary.structure.ordinals);
  const scanned = confidenceOf(document, { start: paragraph.start, end: paragraph.start + 1 }) < 1;
  const titleStart = printed?.titleStart ?? (scanned ? lostMarkLength(text) : 0);
  if (titleStart === 0) return undefined;
  const title = titleOf(source, index, text, titleStart);
  const known = likenessOf(title.text, similarity) >= 1;
  if (printed === undefined && !known) return undefined;
  const readings = likelyReadings(printed?.readings ?? [], scanned);
  return {
    paragraph: index,
    span: { start: paragraph.start, end: title.end },
    title: title.text.replace(/[\s.:;,]+$/u, ''),
    readings,
    criteria: similarity.criteria(title.text),
    scanned,
    known,
    glued: title.glued,
    looks: looksOf(source, paragraph, index, title, known, readings),
  };
}

/** A clean text is taken at its word; in a scan other readings stay possible. */
function likelyReadings(readings: readonly MarkerReading[], scanned: boolean): readonly MarkerReading[] {
  return scanned || !readings.some(({ cost }) => cost === 0) ? readings : readings.filter(({ misread }) => !misread);
}

/** A short token without sense before a title, where a mark may have stood: `xô.`, `ả,`. A plain `a.` is an item's. */
function lostMarkLength(text: string): number {
  if (/^[a-eđ][.)]\s/u.test(text)) return 0;
  return /^(?=\S{0,3}[\p{L}\p{N}])(?=\S*[^\p{L}\s])\S{1,5}\s+(?=\p{Lu})/u.exec(text)?.[0].length ?? 0;
}

interface Title {
  readonly text: string;
  /** Offset in the document. */
  readonly end: number;
  readonly glued: boolean;
}

function titleOf(source: Source, index: number, text: string, titleStart: number): Title {
  const start = source.paragraphs[index]?.start ?? 0;
  const rest = text.slice(titleStart);
  if (rest.trim() === '') return titleBelow(source, index, start + text.trimEnd().length);
  const glued = gluedTitle(source, start + titleStart, rest);
  if (glued > 0) return { text: rest.slice(0, glued), end: start + titleStart + glued, glued: true };
  return continued(source, index, { text: rest, end: start + text.trimEnd().length, glued: false });
}

/** The title of a mark that stands alone on its line is the next line, if that is no text. */
function titleBelow(source: Source, index: number, end: number): Title {
  const next = source.paragraphs[index + 1];
  const text = next === undefined ? '' : textOf(source.document, next);
  const isTitle =
    next?.kind === 'body' &&
    text.length < 250 &&
    !/[.;]$/u.test(text) &&
    (next.centred === true || next.bold === true || isCapitals(text)) &&
    readMarker(text, source.pipeline.vocabulary.text.partWords, []) === undefined;
  return isTitle && next !== undefined ? { text, end: next.end, glued: false } : { text: '', end, glued: false };
}

/** Length of a title that is followed by text in the same paragraph; 0 where it is not. */
function gluedTitle(source: Source, start: number, rest: string): number {
  const bold = boldLead(source.document, { start, end: start + rest.length });
  if (bold > 0) return bold;
  const likeness = (title: string) => likenessOf(title, source.similarity);
  let best = { length: 0, likeness: rest.length <= longestTitle ? likeness(rest) : 0 };
  let lead = 0;
  for (const stop of [...rest.slice(0, longestTitle).matchAll(/[:.](?=\s+\S)/gu)].slice(0, mostStops)) {
    const title = rest.slice(0, stop.index);
    const length = stop.index + 1;
    const value = likeness(title);
    if (value >= 1 && value > best.likeness + 0.02) best = { length, likeness: value };
    // A short lead before a colon is a title; before a full stop only a known one is.
    if (lead === 0 && stop[0] === ':' && title.split(/\s+/u).length <= 14) lead = length;
  }
  return best.likeness >= 1 ? best.length : lead;
}

/** Length of the bold words at the start of a paragraph that goes on in plain ones. */
function boldLead(document: DocumentText, span: Span): number {
  const words = wordsIn(document, span);
  const plain = words.findIndex(({ bold }) => bold === false);
  if (plain < 2 || !words.slice(0, plain).every(({ bold }) => bold === true)) return 0;
  const last = words[plain - 1];
  return last === undefined ? 0 : last.end - span.start;
}

/** A title whose second line was taken for a paragraph: both together are like a known wording. */
function continued(source: Source, index: number, title: Title): Title {
  const next = source.paragraphs[index + 1];
  if (next === undefined || next.kind !== 'body' || /[.:;]$/u.test(title.text) || title.text.length > longestTitle)
    return title;
  const text = textOf(source.document, next);
  const { text: words, structure } = source.pipeline.vocabulary;
  if (text.length > 200 || /^[-+*]/u.test(text) || readMarker(text, words.partWords, structure.ordinals) !== undefined)
    return title;
  const best = (value: string) => source.similarity.criteria(value)[0]?.likeness ?? 0;
  const joined = `${title.text} ${text}`;
  // A line that is a title by itself (`A Công tác lãnh đạo …`, its stop not printed) is no second line.
  const alone = Math.max(best(title.text), best(text));
  return best(joined) > alone + 0.08 && best(joined) > 0.75 ? { text: joined, end: next.end, glued: false } : title;
}

/** A wording that the pipeline knows, from 1 on: likeness to a criterion or part against what is asked of it. */
function likenessOf(title: string, similarity: TitleSimilarity): number {
  if (title.length > longestTitle) return 0;
  const criterion = similarity.criteria(title)[0]?.likeness ?? 0;
  return Math.max(criterion / 0.72, ...[...similarity.parts(title).values()].map((part) => part / 0.8));
}

function looksOf(
  source: Source,
  paragraph: Paragraph,
  index: number,
  title: Title,
  known: boolean,
  readings: readonly MarkerReading[],
): number {
  const [first] = readings;
  const text = title.text.trim();
  const whole = textOf(source.document, paragraph);
  let looks = 0;
  if (known) looks += 3;
  if (isCapitals(text) && text.length > 3) looks += 2;
  if (paragraph.bold === true) looks += 2;
  if (paragraph.centred === true) looks += 1;
  if (first?.system === 'roman' || first?.system === 'upper') looks += 1;
  if (first !== undefined && first.prefix !== '') looks += 1;
  if (first !== undefined && isWorded(first) && text.length < 200) looks += 3;
  if (title.glued) looks += 1;
  else if (/:$/u.test(text) || !/[.;,]$/u.test(whole)) looks += 2;
  else if (whole.length > 70) looks -= 2;
  if (text.length <= 160) looks += 1;
  if (!title.glued && whole.length > 300) looks -= 2;
  if (/^\p{Ll}/u.test(text)) looks -= 2;
  if (source.boldHeadings && paragraph.bold === false && !known && !title.glued && /\.$/u.test(whole)) looks -= 3;
  if (hasContent(source, index, readings)) looks += 1;
  return looks;
}

/** Whether text of its own follows: not the next mark of the same sequence, nor the end. */
function hasContent(source: Source, index: number, readings: readonly MarkerReading[]): boolean {
  const next = source.paragraphs[index + 1];
  if (next === undefined || !['body', 'table-row'].includes(next.kind)) return false;
  const { partWords } = source.pipeline.vocabulary.text;
  const mark = readMarker(textOf(source.document, next), partWords, source.pipeline.vocabulary.structure.ordinals);
  return !mark?.readings.some((reading) =>
    readings.some(({ system, prefix }) => system === reading.system && prefix === reading.prefix),
  );
}
