import type { OcrEngine, OcrLine, OcrWord } from '../engine/OcrEngine.js';
import { cutOut, type PixelArea } from '../image/cutOut.js';
import type { GreyImage } from '../image/GreyImage.js';
import { inkThreshold } from '../image/inkThreshold.js';
import { scaleImage } from '../image/scaleImage.js';
import { unionOfAreas } from '../unread/placing.js';
import { countSeparators } from './countSeparators.js';
import { joinBrokenNumbers } from './joinBrokenNumbers.js';
import { canHideSeparator, isImpossibleDate, isNumberLike, isWellFormedNumber, separatorsIn } from './numberToken.js';
import { restoreMark } from './restoreMark.js';
import { isDecided, type NumberReading, voteNumber } from './voteNumber.js';

/** Of 16 misread numbers on real and generated pages all had a lower confidence, or no form of a number. */
const sureEnough = 0.8;
/** Enlargements under which the line is read again; one reading alone is right too seldom, three that agree nearly always. */
const enlargements = [1, 0.75, 1.5, 2] as const;
/** What a mark seen on the picture and in no reading can lend. */
const seenOnly = 0.7;
/** White pixels around the crop of a line, at its own size. */
const margin = 14;

/**
 * Reads the lines of doubtful number tokens again and lets the readings vote. Only words with digits change, and where
 * the readings disagree the printed one stays, doubtful.
 */
export async function rereadNumbers(
  image: GreyImage,
  lines: readonly OcrLine[],
  engine: () => Promise<OcrEngine>,
  timeLeft: () => number,
): Promise<readonly OcrLine[]> {
  const threshold = inkThreshold(image);
  const withSeenMark = (word: OcrWord, index: number, words: readonly OcrWord[]): OcrWord => {
    if (!countsPoints(words, index)) return word;
    const text = restoreMark(word.text, image, word.box, threshold);
    return text === null ? word : { ...word, text, confidence: Math.min(word.confidence, seenOnly) };
  };
  const result: OcrLine[] = [];
  for (const line of lines.map(joinBrokenNumbers)) {
    const separators = new Map(
      line.words.map((word) => [word, canHideSeparator(word.text) ? countSeparators(image, word.box, threshold) : 0]),
    );
    const doubtful = line.words.filter((word) => isDoubtful(word, separators.get(word) ?? 0));
    if (doubtful.length === 0) {
      result.push({ words: line.words.map(withSeenMark) });
      continue;
    }
    const readings = new Map(doubtful.map((word): [OcrWord, NumberReading[]] => [word, [word]]));
    const area = line.words.map(({ box }) => box).reduce(unionOfAreas);
    for (const enlargement of enlargements) {
      if ([...readings.values()].every(isDecided)) break;
      const crop = scaleImage(cutOut(image, area, margin), enlargement);
      const read = await (await engine()).recognise(crop, { layout: 'line', timeout: timeLeft() });
      for (const word of doubtful) {
        const again = readingAt(word.box, read, area, enlargement);
        if (again !== null) readings.get(word)?.push(again);
      }
    }
    result.push({
      words: line.words
        .map((word) => {
          const heard = readings.get(word);
          if (heard === undefined) return word;
          return { ...word, ...voteNumber(heard, separators.get(word)) };
        })
        .map(withSeenMark),
    });
  }
  return result;
}

/** Alone in its line, as in a cell, or before `điểm`: elsewhere a mark between digits is a speck more often than a comma. */
function countsPoints(words: readonly OcrWord[], index: number): boolean {
  return words.length === 1 || /^[đdĐD]i\p{L}{1,2}m/u.test(words[index + 1]?.text ?? '');
}

function isDoubtful({ text, confidence }: OcrWord, separators: number): boolean {
  if (!isNumberLike(text)) return false;
  const isOdd = !isWellFormedNumber(text) || isImpossibleDate(text) || separatorsIn(text) < separators;
  return isOdd || confidence < sureEnough;
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
