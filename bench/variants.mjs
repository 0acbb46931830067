// What becomes of a page on its way to the inspector: each takes a page as RGB pixels of 200 dpi and gives an image and its resolution.
import { createCanvas } from '@napi-rs/canvas';
import sharp from 'sharp';

export const straightDpi = 200;

const raw = ({ data, width, height }) => sharp(data, { raw: { width, height, channels: 3 } });
const paper = { r: 250, g: 250, b: 250 };

const turned = (degrees) => (page) => ({ image: raw(page).rotate(degrees, { background: paper }), dpi: straightDpi });
const atDpi = (dpi) => (page) => ({
  image: raw(page).resize(Math.round((page.width * dpi) / straightDpi), null, { kernel: 'lanczos3' }),
  dpi,
});

/** Changes every pixel: `change(value, x, y, at)`. */
function mapped(page, change) {
  const { data, width, height } = page;
  const result = Buffer.alloc(data.length);
  for (let at = 0; at < data.length; at++) {
    const pixel = Math.floor(at / 3);
    result[at] = Math.max(0, Math.min(255, change(data[at], pixel % width, Math.floor(pixel / width), at)));
  }
  return { image: raw({ data: result, width, height }), dpi: straightDpi };
}

/** A round stamp in grey over two places of the text, as a grey scanner leaves it. */
async function greySeal(page) {
  const canvas = createCanvas(page.width, page.height);
  const pen = canvas.getContext('2d');
  for (const [x, y] of [
    [0.35, 0.4],
    [0.66, 0.7],
  ]) {
    const [left, top, radius] = [x * page.width, y * page.height, 0.09 * page.width];
    pen.strokeStyle = 'rgba(70, 70, 70, 0.75)';
    pen.lineWidth = 7;
    for (const ring of [radius, 0.72 * radius]) {
      pen.beginPath();
      pen.arc(left, top, ring, 0, 2 * Math.PI);
      pen.stroke();
    }
    pen.fillStyle = 'rgba(70, 70, 70, 0.75)';
    pen.beginPath();
    for (let point = 0; point < 10; point++) {
      const reach = (point % 2 === 0 ? 0.4 : 0.17) * radius;
      const angle = (point * Math.PI) / 5 - Math.PI / 2;
      pen.lineTo(left + reach * Math.cos(angle), top + reach * Math.sin(angle));
    }
    pen.fill();
  }
  const seal = await canvas.encode('png');
  return {
    image: raw(page)
      .composite([{ input: seal, blend: 'multiply' }])
      .greyscale(),
    dpi: straightDpi,
  };
}

/** The dark rim that a lid left open makes, on two sides. */
function darkEdge(page) {
  const [across, down] = [0.035 * page.width, 0.02 * page.height];
  return mapped(page, (value, x, y) => (x < across || y > page.height - down ? 25 + (x + y) * 0.01 : value));
}

/** The back of the sheet, mirrored and pale. */
async function bleedThrough(page) {
  const back = await raw(page).flop().blur(1.2).raw().toBuffer();
  return mapped(page, (value, _x, _y, at) => value - 0.22 * (255 - back[at]));
}

/** Every variant by name. */
export const variants = {
  straight: (page) => ({ image: raw(page), dpi: straightDpi }),
  'turned 0.7°': turned(0.7),
  'turned -0.7°': turned(-0.7),
  'turned 1.5°': turned(1.5),
  'turned 3°': turned(3),
  'turned 90°': turned(90),
  'turned 180°': turned(180),
  'turned 270°': turned(270),
  '100 dpi': atDpi(100),
  '300 dpi': atDpi(300),
  grey: (page) => ({ image: raw(page).greyscale(), dpi: straightDpi }),
  'grey seal': greySeal,
  'dark edge': darkEdge,
  'bleed-through': bleedThrough,
  faint: (page) => mapped(page, (value) => 175 + (value * 70) / 255),
};

/** Two pages side by side on one sheet in landscape. */
export async function onOneSheet(left, right) {
  const height = Math.max(left.height, right.height);
  const sheet = sharp({ create: { width: left.width + right.width, height, channels: 3, background: paper } });
  const png = (page) => raw(page).png({ compressionLevel: 1 }).toBuffer();
  return {
    image: sheet.composite([
      { input: await png(left), left: 0, top: 0 },
      { input: await png(right), left: left.width, top: 0 },
    ]),
    dpi: straightDpi,
  };
}
