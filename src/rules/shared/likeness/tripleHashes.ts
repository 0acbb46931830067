/** The different triples of neighbouring words, each as a 32-bit hash, in rising order; empty below three words. */
export function tripleHashes(words: readonly string[]): Uint32Array {
  const hashes = words.map(hashOf);
  const triples = new Set<number>();
  for (let index = 2; index < hashes.length; index++) {
    triples.add(mixed(mixed(hashes[index - 2] ?? 0, hashes[index - 1] ?? 0), hashes[index] ?? 0));
  }
  return Uint32Array.from(triples).sort();
}

/** How many numbers both hold; each holds them once and in rising order. */
export function countShared(left: Uint32Array, right: Uint32Array): number {
  let shared = 0;
  let [a, b] = [0, 0];
  while (a < left.length && b < right.length) {
    const [one, other] = [left[a] ?? 0, right[b] ?? 0];
    if (one === other) shared++;
    if (one <= other) a++;
    if (other <= one) b++;
  }
  return shared;
}

/** FNV-1a, 32 bits, over UTF-16 units. */
function hashOf(word: string): number {
  let state = 0x811c9dc5;
  for (let index = 0; index < word.length; index++) state = Math.imul(state ^ word.charCodeAt(index), 0x01000193);
  return state >>> 0;
}

function mixed(state: number, value: number): number {
  let next = Math.imul(state ^ value, 0x9e3779b1);
  next ^= next >>> 15;
  return Math.imul(next, 0x85ebca6b) >>> 0;
}
