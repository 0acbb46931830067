/** Four white pixels of grey, or one of red, green, blue and alpha. */
export const fourWhite = 0xffffffff;

/** Bytes four at a time, to pass over white paper fast; none where the machine cannot take them so. */
export function inFours({ buffer, byteOffset, length }: Uint8Array | Uint8ClampedArray): Uint32Array {
  return byteOffset % 4 === 0 ? new Uint32Array(buffer, byteOffset, length >> 2) : new Uint32Array(0);
}
