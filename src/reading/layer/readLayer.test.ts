import { describe, expect, it } from 'vitest';
import { readingLimits } from '../limits.js';
import { openPdf } from '../openPdf.js';
import { drawOnlyPrinted, findAnnotations } from './findAnnotations.js';
import { readLayer } from './readLayer.js';

/** A page with `So:` and `/QD`, a signature that stamps a number between them, and one that shows who signed. */
function signedPdf(turn = 0): Uint8Array {
  const stream = (dictionary: string, data: string) =>
    `<<${dictionary}/Length ${data.length}>>\nstream\n${data}\nendstream`;
  const form = (width: number, text: string) =>
    stream(
      `/Type/XObject/Subtype/Form/BBox[0 0 ${width} 20]/Resources<</Font<</F 5 0 R>>>>`,
      `BT /F 13 Tf 2 5 Td (${text}) Tj ET`,
    );
  const field = (name: string, rect: string, look: number) =>
    `<</Type/Annot/Subtype/Widget/FT/Sig/F 4/T(${name})/Rect[${rect}]/AP<</N ${look} 0 R>>>>`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[6 0 R 7 0 R]/SigFlags 3>>>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Rotate ${turn}/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>/Annots[6 0 R 7 0 R]>>`,
    stream('', 'BT /F 13 Tf 100 700 Td (So:) Tj 60 0 Td (/QD) Tj ET'),
    '<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>',
    field('number', '125 695 157 715', 8),
    field('signer', '400 780 560 800', 9),
    form(32, '631'),
    form(160, 'Signed by: an agency'),
  ];
  const body = objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join('');
  const text = `%PDF-1.7\n${body}trailer\n<</Size 10/Root 1 0 R>>\nstartxref\n0\n%%EOF\n`;
  return Uint8Array.from(Buffer.from(text, 'latin1'));
}

async function layerOf(bytes: Uint8Array) {
  const pdf = await openPdf(bytes, readingLimits);
  const page = await pdf.getPage(1);
  const annotations = await findAnnotations(page);
  const layer = await readLayer(page, annotations);
  const drawn = drawOnlyPrinted(pdf, annotations, layer.stamps);
  await pdf.loadingTask.destroy();
  return { layer, drawn, texts: layer.lines.map(({ words }) => words.map(({ text }) => text).join(' ')) };
}

describe('readLayer', () => {
  it('reads the number that a signature stamps into its line, and not who signed', async () => {
    const { texts, layer, drawn } = await layerOf(signedPdf());
    expect(texts).toEqual(['So: 631 /QD']);
    expect(layer.stamps.size).toBe(1);
    expect(drawn).toBe(true);
  });

  it('turns a page upright whose text runs up it', async () => {
    const { layer } = await layerOf(signedPdf(270));
    expect(layer.rotation).toBe(0);
  });
});
