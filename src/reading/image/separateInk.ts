import type { GreyImage } from './GreyImage.js';
import { fourWhite, inFours } from './inFours.js';

export interface SeparatedInk {
  /**
   * Grey = the brightest of red, green and blue: red seals and blue ink fade from the print under them. A plain grey
   * lets the engine take a seal with the text around it for a picture and drop both.
   */
  readonly print: GreyImage;
  /** The coloured ink alone, on white, so that coloured print is not lost; null where there is next to none. */
  readonly colour: GreyImage | null;
}

/** How far the strongest and the weakest of red, green and blue lie apart in coloured ink. */
const leastColour = 60;
/** Paler ink is a tinted ground. */
const lightestInk = 190;
/** Coloured pixels of one letter. */
const fewPixels = 60;

/** @param rgba four bytes a pixel; alpha is ignored */
export function separateInk(rgba: Uint8Array | Uint8ClampedArray, width: number, height: number): SeparatedInk {
  const print = new Uint8Array(width * height).fill(255);
  let colour: Uint8Array | null = null;
  const pixels = inFours(rgba);
  let coloured = 0;
  for (let pixel = 0; pixel < print.length; pixel++) {
    if (pixels[pixel] === fourWhite) continue;
    const at = 4 * pixel;
    const red = rgba[at] ?? 0;
    const green = rgba[at + 1] ?? 0;
    const blue = rgba[at + 2] ?? 0;
    const strongest = red > green ? Math.max(red, blue) : Math.max(green, blue);
    const weakest = red < green ? Math.min(red, blue) : Math.min(green, blue);
    print[pixel] = strongest;
    if (strongest - weakest < leastColour) continue;
    const luma = 0.299 * red + 0.587 * green + 0.114 * blue;
    if (luma >= lightestInk) continue;
    colour ??= new Uint8Array(print.length).fill(255);
    colour[pixel] = luma;
    coloured++;
  }
  return {
    print: { width, height, data: print },
    colour: colour === null || coloured < fewPixels ? null : { width, height, data: colour },
  };
}
