import type { OcrEngine, OcrLine, OcrWord } from '../engine/OcrEngine.js';
import { cutOut, type PixelArea } from '../image/cutOut.js';
import type { GreyImage } from '../image/GreyImage.js';
import { inkThreshold } from '../image/inkThreshold.js';
import { scaleImage } from '../image/scaleImage.js';
import { unionOfAreas } from '../unread/placing.js';
import { isPointsWord } from './isPointsWord.js';
import { joinBrokenNumbers } from './joinBrokenNumbers.js';
import { marksBetweenDigits, type SeenNumber } from './marksBetweenDigits.js';
import {
  canHideSeparator,
  hasDigit,
  isAmount,
  isImpossibleDate,
  isNumberLike,
  isWellFormedNumber,
  plainNumber,
  separatorsIn,
} from './numberToken.js';
import { restoreMark } from './restoreMark.js';
import { isDecided, type NumberReading, voteNumber } from './voteNumber.js';

/** Of 16 misread numbers on real and generated pages all had a lower confidence, or no form of a number. */
const sureEnough = 0.8;
/** Enlargements under which the line is read again; one reading alone is right too seldom, three that agree nearly always. */
const enlargements = [1, 0.75, 1.5, 2] as const;
/** Widths of a box in shares of its height a character: print measures under 1.2, digits by hand of which one was read far more. */
const widestCharacter = 1.3;
/** The same of a lone digit: in bold wide faces 0.86, while two narrow digits (`11` read as `1`) reach 1. */
const broadestDigit = 0.9;
/** What a word of more digits than were read can be trusted at most. */
const cutShort = 0.7;
/** What a mark seen on the picture and in no reading can lend. */
const seenOnly = 0.7;
/** A day or a month holds no comma: `ngày 29`. */
const beforeDatePart = /^(?:ng[aà]y|th[aá]ng)$/iu;
/** White pixels around the crop of a line, at its own size. */
const margin = 14;

/** A word with digits and what its place says of it. */
interface Figure {
  readonly word: OcrWord;
  readonly seen: SeenNumber;
  /** `điểm` stands behind it: it can only be an amount. */
  readonly countsPoints: boolean;
  /** Alone in its line, as in a cell, or before `điểm`: elsewhere a mark between digits is a speck more often than a comma. */
  readonly trustsMarks: boolean;
  /** Its box has room for more characters than were read: `4` over a 47 by hand. */
  readonly isCut: boolean;
}

/**
 * Reads the lines of doubtful number tokens again and lets the readings vote. Only words with digits change; every reading that
 * lost stays beside the word as an alternative, the engine's first one too, and where the readings disagree it is doubtful.
 */
export async function rereadNumbers(
  image: GreyImage,
  lines: readonly OcrLine[],
  engine: () => Promise<OcrEngine>,
  timeLeft: () => number,
): Promise<readonly OcrLine[]> {
  const threshold = inkThreshold(image);
  const result: OcrLine[] = [];
  for (const line of lines.map(joinBrokenNumbers)) {
    const figures = figuresOf(line, image, threshold);
    const readings = await readAgain(image, line, figures.filter(isDoubtful), engine, timeLeft);
    const decided = new Map(figures.map((figure) => [figure.word, decide(figure, readings.get(figure.word))]));
    result.push({ words: line.words.map((word) => decided.get(word) ?? word) });
  }
  return result;
}

function figuresOf({ words }: OcrLine, image: GreyImage, threshold: number): readonly Figure[] {
  return words.flatMap((word, index): Figure[] => {
    if (!hasDigit(word.text) && !isNumberLike(word.text)) return [];
    const countsPoints = isPointsWord(words[index + 1]?.text ?? '');
    const seen =
      canHideSeparator(word.text) && !beforeDatePart.test(words[index - 1]?.text ?? '')
        ? marksBetweenDigits(image, word.box, threshold)
        : { digits: 0, marks: [] };
    return [{ word, seen, countsPoints, trustsMarks: countsPoints || words.length === 1, isCut: isTooWide(word) }];
  });
}

function isTooWide({ text, box }: OcrWord): boolean {
  const widest = /^\d$/u.test(text) ? broadestDigit : widestCharacter * [...text].length;
  return box.right - box.left > widest * (box.bottom - box.top);
}

function isDoubtful({ word: { text, confidence, alternatives = [] }, seen, countsPoints, isCut }: Figure): boolean {
  if (!isNumberLike(text)) return false;
  const isOdd = !isWellFormedNumber(text) || isImpossibleDate(text) || separatorsIn(text) < commasIn(seen);
  return isOdd || isCut || confidence < sureEnough || alternatives.length > 0 || (countsPoints && !isAmount(text));
}

function commasIn({ marks }: SeenNumber): number {
  return marks.filter(({ sign }) => sign === ',').length;
}

/** What the line says in place of each doubtful word under several enlargements, the page's own reading first. */
async function readAgain(
  image: GreyImage,
  { words }: OcrLine,
  doubtful: readonly Figure[],
  engine: () => Promise<OcrEngine>,
  timeLeft: () => number,
): Promise<ReadonlyMap<OcrWord, readonly NumberReading[]>> {
  const readings = new Map(doubtful.map(({ word }): [OcrWord, NumberReading[]] => [word, readingsOf(word)]));
  if (doubtful.length === 0) return readings;
  const area = words.map(({ box }) => box).reduce(unionOfAreas);
  for (const enlargement of enlargements) {
    if ([...readings.values()].every(isDecided)) break;
    const crop = scaleImage(cutOut(image, area, margin), enlargement);
    const read = await (await engine()).recognise(crop, { layout: 'line', timeout: timeLeft() });
    for (const [word, heard] of readings) {
      const again = readingAt(word.box, read, area, enlargement);
      if (again !== null) heard.push(again);
    }
  }
  return readings;
}

/** What was read of it until now, its text first. */
function readingsOf({ text, confidence, alternatives = [] }: OcrWord): NumberReading[] {
  return [{ text, confidence }, ...alternatives];
}

/** The word as its readings and its picture decide it. */
function decide(
  { word, seen, countsPoints, trustsMarks, isCut }: Figure,
  heard: readonly NumberReading[] | undefined,
): OcrWord {
  const { text, confidence, alternatives } =
    heard === undefined
      ? { ...word, alternatives: word.alternatives ?? [] }
      : voteNumber(heard, { separators: commasIn(seen), amount: countsPoints });
  const marked = restoreMark(text, seen);
  // A speck makes a comma; a slash it makes hardly ever.
  const isSeen = marked !== null && (trustsMarks || marked.includes('/'));
  const chosen = marked !== null && trustsMarks ? marked : text;
  const sure = Math.min(confidence, isSeen ? seenOnly : 1, isCut ? cutShort : 1);
  const others = [
    ...(isSeen
      ? [
          { text, confidence },
          { text: marked, confidence: seenOnly },
        ]
      : []),
    ...alternatives,
  ].filter((other) => plainNumber(other.text) !== plainNumber(chosen));
  return {
    ...word,
    text: chosen,
    confidence: sure,
    ...(others.length > 0 ? { alternatives: others } : {}),
  };
}

/** What a reading of the enlarged line says where `box` stands; null where its words are cut otherwise. */
function readingAt(
  box: PixelArea,
  lines: readonly OcrLine[],
  area: PixelArea,
  enlargement: number,
): NumberReading | null {
  const left = (box.left - area.left + margin) * enlargement;
  const right = (box.right - area.left + margin) * enlargement;
  const words = lines
    .flatMap((line) => line.words)
    .filter((word) => {
      const middle = (word.box.left + word.box.right) / 2;
      return middle > left && middle < right;
    });
  const [first] = words;
  const last = words.at(-1);
  if (first === undefined || last === undefined) return null;
  const slack = 0.15 * (right - left) + 6 * enlargement;
  if (Math.abs(first.box.left - left) > slack || Math.abs(last.box.right - right) > slack) return null;
  return {
    text: words.map(({ text }) => text).join(''),
    confidence: Math.min(...words.map(({ confidence }) => confidence)),
  };
}
