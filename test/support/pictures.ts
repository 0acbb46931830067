import { createCanvas } from '@napi-rs/canvas';
import type { Draw } from './drawnPdf.js';

/** An A4 page at a resolution, drawn in points, as a PNG without a resolution of its own. */
export function drawnPng(draw: Draw, dpi = 200): Buffer {
  const canvas = createCanvas(Math.round((595 / 72) * dpi), Math.round((842 / 72) * dpi));
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.scale(dpi / 72, dpi / 72);
  draw(context);
  return canvas.toBuffer('image/png');
}
