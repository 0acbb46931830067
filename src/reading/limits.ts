/** What a file or page may cost before it is refused; every field can be set by the caller. */
export interface ReadingLimits {
  /** Pages of one file. */
  readonly pages: number;
  /** Pixels of one page at 200 dpi; an A4 page has 3.9 million. */
  readonly pixelsPerPage: number;
  /** Pixels of one picture inside a page; an A3 page scanned at 600 dpi has 70 million. */
  readonly pixelsPerImage: number;
  /** Milliseconds for opening and surveying a file. */
  readonly surveyMs: number;
  /** Milliseconds for reading one page. */
  readonly pageMs: number;
}

/**
 * Pixels: scanner programs that write pixels as points make an A4 page of 600 dpi 268 million pixels large at 200 dpi;
 * it is rendered smaller and read like any other, so only sizes beyond every such page are refused.
 * Time: a dense A3 table took 15 s beside other work on the slowest machine tried.
 */
export const readingLimits: ReadingLimits = {
  pages: 1000,
  pixelsPerPage: 300_000_000,
  pixelsPerImage: 75_000_000,
  surveyMs: 60_000,
  pageMs: 120_000,
};
