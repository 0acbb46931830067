/** Pixels of a page picture's longer side: print of 13 points can be read, and a page of a scan takes some 100 kB. */
export const longestSide = 1400;

/** Of WebP, 0 to 100. */
export const pictureQuality = 55;
