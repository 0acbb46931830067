import { createRequire } from 'node:module';
import path from 'node:path';
import { type Canvas, createCanvas, GlobalFonts, PDFDocument, type SKRSContext2D } from '@napi-rs/canvas';

const fonts = path.dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json'));
GlobalFonts.registerFromPath(path.join(fonts, '400Regular', 'Tinos_400Regular.ttf'), 'Tinos');

/** Points of an A4 page. */
const width = 595;
const height = 842;
/** Pixels a point at 200 dpi. */
const scale = 200 / 72;

export type Draw = (context: SKRSContext2D) => void;

/** A PDF of A4 pages, drawn in points: what is written stays text. */
export function drawnPdf(...pages: readonly Draw[]): Uint8Array {
  const pdf = new PDFDocument();
  for (const draw of pages) {
    // The declarations leave out what a page's context takes over from a canvas's.
    draw(pdf.beginPage(width, height) as unknown as SKRSContext2D);
    pdf.endPage();
  }
  return Uint8Array.from(pdf.close());
}

/** Lines of type of 13 points from the top left on; the place of each is its order. */
export function written(lines: readonly string[], colour = 'black', top = 90): Draw {
  return (context) => {
    context.fillStyle = colour;
    context.font = '13px Tinos';
    lines.forEach((line, index) => {
      context.fillText(line, 85, top + index * 22);
    });
  };
}

/** What is drawn, as the picture that a scanner makes of it, turned by some degrees clockwise. */
export function scanned(draw: Draw, degrees = 0): Draw {
  return (page) => {
    const canvas: Canvas = createCanvas(Math.round(width * scale), Math.round(height * scale));
    const context = canvas.getContext('2d');
    context.fillStyle = 'white';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.scale(scale, scale);
    context.translate(width / 2, height / 2);
    context.rotate((degrees * Math.PI) / 180);
    context.translate(-width / 2, -height / 2);
    draw(context);
    page.drawImage(canvas, 0, 0, width, height);
  };
}
