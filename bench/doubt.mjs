// Whether misread numbers are marked doubtful: compares the numbers of a transcript with the words that were read.
/** A word read with less counts as doubtful (`doubtfulConfidence` of the pipelines). */
const sure = 0.8;

const bare = (word) =>
  word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[‐-―−]/g, '-')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}%]+$/gu, '')
    .toLowerCase();
const tokensOf = (text) =>
  text
    .split(/\s+/)
    .map(bare)
    .filter((word) => word !== '');

/** A page's own number is left out of its text on purpose. */
const withoutPageNumber = (transcript) => transcript.replace(/^\s*\d{1,3}\s*$/gmu, '');

/** How many characters at the ends of two words are the same: `280` of `ø80`. */
function likeness(one, other) {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  let head = 0;
  while (head < short.length && short[head] === long[head]) head++;
  let tail = 0;
  while (tail < short.length - head && short.at(-1 - tail) === long.at(-1 - tail)) tail++;
  return (head + tail) / long.length;
}

/** Pairs of equal words in order: the longest common subsequence. */
function aligned(one, other) {
  const width = other.length + 1;
  const longest = new Uint16Array((one.length + 1) * width);
  for (let i = one.length - 1; i >= 0; i--) {
    for (let j = other.length - 1; j >= 0; j--) {
      longest[i * width + j] =
        one[i] === other[j]
          ? longest[(i + 1) * width + j + 1] + 1
          : Math.max(longest[(i + 1) * width + j], longest[i * width + j + 1]);
    }
  }
  const pairs = [];
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    if (one[i] === other[j]) pairs.push([i++, j++]);
    else if (longest[(i + 1) * width + j] >= longest[i * width + j + 1]) i++;
    else j++;
  }
  return pairs;
}

/**
 * The numbers of a transcribed page, each right or wrong, doubtful or not. A wrong one counts as doubtful where one of the words that
 * stand in its place is, or, where columns were read in another order, the word most like it.
 * @param words of the composed text of the page, in reading order, with their confidence
 */
export function judgeNumbers(transcript, words) {
  const truth = tokensOf(withoutPageNumber(transcript));
  const read = words
    .map(({ text, confidence }) => ({ text: bare(text), doubtful: confidence < sure }))
    .filter(({ text }) => text !== '');
  const pairs = aligned(
    truth,
    read.map(({ text }) => text),
  );
  const placeOf = new Map(pairs);
  const taken = new Set(placeOf.values());
  return truth.flatMap((number, at) => {
    if (!/\d/.test(number)) return [];
    const same = placeOf.get(at) ?? read.findIndex(({ text }, index) => text === number && !taken.has(index));
    if (same >= 0) {
      taken.add(same);
      return [{ number, right: true, doubtful: read[same].doubtful, read: number }];
    }
    const from = pairs.findLast(([index]) => index < at)?.[1] ?? -1;
    const to = pairs.find(([index]) => index > at)?.[1] ?? read.length;
    const between = read.slice(from + 1, to);
    const loose = read.filter((_word, index) => !taken.has(index));
    const alike = loose.toSorted((one, other) => likeness(other.text, number) - likeness(one.text, number)).slice(0, 1);
    const instead = between.length > 0 ? between : alike.filter(({ text }) => likeness(text, number) > 0);
    return [
      {
        number,
        right: false,
        doubtful: instead.some(({ doubtful }) => doubtful),
        read: instead.map(({ text }) => text).join(' '),
      },
    ];
  });
}

/** One line: how many numbers are wrong and how many of those are marked, how many right ones are marked for nothing. */
export function summary(judged) {
  const [right, wrong] = [judged.filter((number) => number.right), judged.filter((number) => !number.right)];
  const marked = (numbers) => numbers.filter(({ doubtful }) => doubtful).length;
  const share = ((100 * marked(right)) / Math.max(1, right.length)).toFixed(1);
  return `numbers and dates: ${wrong.length} of ${judged.length} wrong, ${marked(wrong)} of them marked doubtful; of the right ones ${marked(right)} (${share} %)`;
}
