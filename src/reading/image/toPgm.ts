import type { GreyImage } from './GreyImage.js';

/** The image as a binary PGM file: no compression, so encoding and decoding cost next to nothing. */
export function toPgm({ width, height, data }: GreyImage): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1'), data]);
}
