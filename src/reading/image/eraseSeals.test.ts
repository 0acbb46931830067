import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import '../../../test/support/drawnPdf.js';
import { describe, expect, it } from 'vitest';
import { eraseSeals } from './eraseSeals.js';
import type { GreyImage } from './GreyImage.js';

const grey = 'rgb(110, 110, 110)';

/** A page of print of 13 points at 200 dpi, with what `draw` adds below it. */
function page(draw: (pen: SKRSContext2D) => void): GreyImage {
  const [width, height] = [700, 500];
  const pen = createCanvas(width, height).getContext('2d');
  pen.fillStyle = 'white';
  pen.fillRect(0, 0, width, height);
  draw(pen);
  pen.fillStyle = 'black';
  pen.font = '36px Tinos';
  for (let line = 1; line <= 8; line++) pen.fillText('Kết quả thực hiện trong năm 2023', 60, 55 * line);
  const { data } = pen.getImageData(0, 0, width, height);
  return { width, height, data: Uint8Array.from({ length: width * height }, (_, index) => data[index * 4] ?? 255) };
}

const ring = (pen: SKRSContext2D): void => {
  pen.strokeStyle = grey;
  pen.lineWidth = 8;
  pen.beginPath();
  pen.arc(350, 250, 140, 0, 2 * Math.PI);
  pen.stroke();
};

const differing = (one: GreyImage, other: GreyImage, by: number): number =>
  one.data.filter((level, at) => Math.abs(level - (other.data[at] ?? 0)) > by).length;

describe('eraseSeals', () => {
  it('takes a grey ring out from under the print, which stays', () => {
    const plain = page(() => {});
    const stamped = page(ring);
    const before = differing(plain, stamped, 60);
    expect(before).toBeGreaterThan(4000);
    expect(differing(plain, eraseSeals(stamped), 60)).toBeLessThan(0.1 * before);
  });

  it.each([
    ['print alone', () => {}],
    [
      'a table with grey lines',
      (pen: SKRSContext2D) => {
        pen.fillStyle = grey;
        for (const y of [70, 180, 290]) pen.fillRect(50, y, 400, 3);
        for (const x of [50, 250, 447]) pen.fillRect(x, 70, 3, 220);
      },
    ],
    [
      'a shaded cell',
      (pen: SKRSContext2D) => {
        pen.fillStyle = grey;
        pen.fillRect(100, 100, 300, 120);
      },
    ],
    [
      'a picture of thousands of grey dots',
      (pen: SKRSContext2D) => {
        pen.fillStyle = grey;
        for (let y = 0; y < 500; y += 10) for (let x = 0; x < 700; x += 30) pen.fillRect(x, y, 26, 6);
      },
    ],
    [
      'a heading in pale ink',
      (pen: SKRSContext2D) => {
        pen.fillStyle = grey;
        pen.font = 'bold 44px Tinos';
        pen.fillText('BÁO CÁO', 100, 475);
        pen.fillText('TỔNG KẾT', 100, 430);
      },
    ],
  ])('leaves %s alone', (_case, draw) => {
    const image = page(draw);
    expect(eraseSeals(image)).toBe(image);
  });
});
