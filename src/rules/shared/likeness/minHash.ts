/**
 * Texts of which half the triples are shared meet in a band with a probability of 0.986, texts that share a tenth with
 * one of 0.03: 1 - (1 - likeness^rows)^bands.
 */
export const bands = 32;
const rows = 3;

/** Two numbers for each of the hash functions, drawn once by a fixed rule: the same text has the same signature everywhere. */
const seeds = Uint32Array.from({ length: bands * rows * 2 }, (_, index) => mixed(index + 1));

/** The key of a text's bucket in each band: two texts with equal keys in a band are candidates. */
export function bandKeys(hashes: Uint32Array): Uint32Array {
  const keys = new Uint32Array(bands);
  for (let band = 0; band < bands; band++) {
    let key = band + 1;
    for (let row = 0; row < rows; row++) key = mixed(key ^ leastUnder(band * rows + row, hashes));
    keys[band] = key;
  }
  return keys;
}

function leastUnder(which: number, hashes: Uint32Array): number {
  const [turned, factor] = [seeds[which * 2] ?? 0, (seeds[which * 2 + 1] ?? 0) | 1];
  let least = 0xffffffff;
  for (let index = 0; index < hashes.length; index++) {
    let value = Math.imul((hashes[index] ?? 0) ^ turned, factor);
    value = (value ^ (value >>> 15)) >>> 0;
    if (value < least) least = value;
  }
  return least;
}

function mixed(value: number): number {
  let next = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  next = Math.imul(next ^ (next >>> 13), 0xc2b2ae35);
  return (next ^ (next >>> 16)) >>> 0;
}
