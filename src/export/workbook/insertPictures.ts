import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import JSZip from 'jszip';

export interface Picture {
  readonly png: Buffer;
  /** Pixels as shown. */
  readonly width: number;
  readonly height: number;
  readonly title: string;
}

/** Pixels of a spreadsheet's row of standard height. */
const rowPixels = 20;
/** Rows of a printed page, upright and as wide as a picture: one that would be cut begins a page. */
const rowsOnPage = 70;
/** English metric units, in which drawings are measured, of a pixel. */
const emuPerPixel = 9525;

/** Rows that a picture takes, with a gap below it. */
function rowsOf({ height }: Pick<Picture, 'height'>): number {
  return Math.ceil(height / rowPixels) + 1;
}

/**
 * Puts pictures, one below another, onto a sheet of a workbook that is already written: exceljs has pictures only where
 * it holds the whole workbook in memory. Other parts of the file stay packed as they are.
 * @param sheetNumber of a sheet without links; counts from 1
 */
export async function insertPictures(
  from: string,
  to: string,
  sheetNumber: number,
  pictures: readonly Picture[],
): Promise<void> {
  const zip = await JSZip.loadAsync(await readFile(from));
  const sheet = `xl/worksheets/sheet${sheetNumber}.xml`;
  const edit = async (name: string, change: (xml: string) => string) => {
    const part = zip.file(name);
    if (part === null) throw new Error(`the workbook has no ${name}`);
    zip.file(name, change(await part.async('string')));
  };
  await edit(sheet, (xml) =>
    withRelation(xml).replace('</worksheet>', `${pageBreaks(pictures)}<drawing r:id="rIdDrawing"/></worksheet>`),
  );
  await edit('[Content_Types].xml', (xml) =>
    xml.replace(
      '</Types>',
      '<Default Extension="png" ContentType="image/png"/><Override PartName="/xl/drawings/drawing1.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/></Types>',
    ),
  );
  zip.file(
    `xl/worksheets/_rels/sheet${sheetNumber}.xml.rels`,
    relations([['rIdDrawing', 'drawing', '../drawings/drawing1.xml']]),
  );
  zip.file('xl/drawings/drawing1.xml', drawingOf(pictures));
  zip.file(
    'xl/drawings/_rels/drawing1.xml.rels',
    relations(pictures.map((_, index) => [`rId${index + 1}`, 'image', `../media/chart${index + 1}.png`])),
  );
  for (const [index, { png }] of pictures.entries()) zip.file(`xl/media/chart${index + 1}.png`, png);
  await pipeline(zip.generateNodeStream({ compression: 'DEFLATE', streamFiles: true }), createWriteStream(to));
}

const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const drawingSpace = 'http://schemas.openxmlformats.org/drawingml/2006';

function withRelation(sheet: string): string {
  return sheet.includes(`xmlns:r="${officeRelations}"`)
    ? sheet
    : sheet.replace('<worksheet ', `<worksheet xmlns:r="${officeRelations}" `);
}

function relations(entries: readonly (readonly [id: string, type: string, target: string])[]): string {
  const items = entries.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${officeRelations}/${type}" Target="${target}"/>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`;
}

function pageBreaks(pictures: readonly Picture[]): string {
  const breaks: number[] = [];
  let [row, pageStart] = [0, 0];
  for (const picture of pictures) {
    const end = row + rowsOf(picture);
    if (row > pageStart && end - pageStart > rowsOnPage) {
      breaks.push(row);
      pageStart = row;
    }
    row = end;
  }
  const marks = breaks.map((before) => `<brk id="${before}" max="16383" man="1"/>`);
  const counts = `count="${breaks.length}" manualBreakCount="${breaks.length}"`;
  return breaks.length === 0 ? '' : `<rowBreaks ${counts}>${marks.join('')}</rowBreaks>`;
}

function drawingOf(pictures: readonly Picture[]): string {
  let row = 0;
  const anchors = pictures.map((picture, index) => {
    const anchor = anchorOf(picture, index + 1, row);
    row += rowsOf(picture);
    return anchor;
  });
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><xdr:wsDr xmlns:xdr="${drawingSpace}/spreadsheetDrawing" xmlns:a="${drawingSpace}/main" xmlns:r="${officeRelations}">${anchors.join('')}</xdr:wsDr>`;
}

function anchorOf({ width, height, title }: Picture, id: number, row: number): string {
  const size = `cx="${width * emuPerPixel}" cy="${height * emuPerPixel}"`;
  return [
    `<xdr:oneCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext ${size}/>`,
    `<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="${id}" name="Chart ${id}" descr="${attribute(title)}"/><xdr:cNvPicPr><a:picLocks noChangeAspect="1"/></xdr:cNvPicPr></xdr:nvPicPr>`,
    `<xdr:blipFill><a:blip r:embed="rId${id}"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill>`,
    `<xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/></xdr:oneCellAnchor>`,
  ].join('');
}

function attribute(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
