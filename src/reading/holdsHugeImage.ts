/** Room for the other entries of an image's dictionary between its width and its height. */
const reach = 400;

/**
 * Whether a PDF holds a picture of more pixels than the limit. Told from the bytes: a picture is a stream, and the
 * dictionaries of streams are never compressed.
 */
export function holdsHugeImage(bytes: Uint8Array, pixelLimit: number): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = buffer.indexOf('/Width'); at >= 0; at = buffer.indexOf('/Width', at + 1)) {
    const width = /^\/Width\s*(\d+)/.exec(buffer.toString('latin1', at, at + 24));
    if (width === null) continue;
    const around = buffer.toString('latin1', Math.max(0, at - reach), at + reach);
    const heights = [...around.matchAll(/\/Height\s*(\d+)/g)].map((height) => Number(height[1]));
    if (heights.some((height) => height * Number(width[1]) > pixelLimit)) return true;
  }
  return false;
}
