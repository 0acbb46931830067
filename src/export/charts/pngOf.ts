import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';
import { fontFiles } from '../fontFiles.js';
import type { Drawing, Shape } from './Drawing.js';

/** Pixels of the picture for one of the drawing: sharp in print. */
const scale = 2;
const family = (script: string) => `Soat ${script}`;
let registered = false;

/** The drawing as a PNG, with the shipped font: a bare machine has none. */
export function pngOf(drawing: Drawing): Buffer {
  registerFonts();
  const canvas = createCanvas(drawing.width * scale, drawing.height * scale);
  const context = canvas.getContext('2d');
  context.scale(scale, scale);
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, drawing.width, drawing.height);
  for (const shape of drawing.shapes) draw(context, shape);
  return canvas.toBuffer('image/png');
}

function draw(context: SKRSContext2D, shape: Shape): void {
  switch (shape.kind) {
    case 'bar':
      context.fillStyle = shape.fill;
      context.fillRect(shape.x, shape.y, shape.width, shape.height);
      return;
    case 'line':
      context.strokeStyle = shape.stroke;
      context.beginPath();
      context.moveTo(shape.x1, shape.y1);
      context.lineTo(shape.x2, shape.y2);
      context.stroke();
      return;
    case 'text':
      context.fillStyle = shape.fill;
      context.textAlign = shape.anchor === 'middle' ? 'center' : shape.anchor;
      context.font = `${shape.bold ? 700 : 400} ${shape.size}px ${families()}`;
      context.fillText(shape.text, shape.x, shape.y);
      return;
  }
}

/** The font comes in a file for each script; a letter is drawn from the first that has it. */
function families(): string {
  return [...new Set(fontFiles().map(({ script }) => `"${family(script)}"`))].join(', ');
}

function registerFonts(): void {
  if (registered) return;
  for (const { script, bytes } of fontFiles()) GlobalFonts.register(bytes, family(script));
  registered = true;
}
