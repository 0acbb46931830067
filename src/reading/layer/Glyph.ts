/** A character as a PDF draws it, in points of the page as displayed, y downwards. */
export interface Glyph {
  readonly text: string;
  /** Where its baseline starts. */
  readonly x: number;
  readonly y: number;
  /** Advance to the next character, spacing included. */
  readonly dx: number;
  readonly dy: number;
  /** Advance without spacing. */
  readonly width: number;
  /** Height of the type. */
  readonly size: number;
  readonly bold: boolean;
  /** Name of its font, and the byte that stands for it there; null for a font of more than 256 characters. */
  readonly font: string;
  readonly code: number | null;
  /** False for text that is laid under a scan to be searched, not to be seen. */
  readonly visible: boolean;
  /** Id of the annotation that draws it; null for the page itself. */
  readonly annotation: string | null;
}
