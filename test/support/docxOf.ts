import { zipOf } from './zipOf.js';

export interface DocxXml {
  /** Inside `w:body`. */
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  /** Referred to as `rIdHeader`. */
  readonly header?: string;
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const part = (root: string, content: string) => `<?xml version="1.0"?><w:${root} ${word}>${content}</w:${root}>`;

/** A Word file from what stands in its parts. */
export function docxOf({ body, styles, numbering, footnotes, header }: DocxXml): Promise<Buffer> {
  const parts = [
    ['styles', 'styles', styles],
    ['numbering', 'numbering', numbering],
    ['footnotes', 'footnotes', footnotes],
    ['header', 'hdr', header],
  ] as const;
  const related = parts.map(([type]) => {
    const id = type === 'header' ? 'rIdHeader' : `rId_${type}`;
    return `<Relationship Id="${id}" Type="${office}/${type}" Target="${type}.xml"/>`;
  });
  return zipOf([
    {
      name: '_rels/.rels',
      content: `<Relationships><Relationship Id="r" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    { name: 'word/document.xml', content: part('document', `<w:body>${body}</w:body>`) },
    { name: 'word/_rels/document.xml.rels', content: `<Relationships>${related.join('')}</Relationships>` },
    ...parts.flatMap(([type, root, content]) =>
      content === undefined ? [] : [{ name: `word/${type}.xml`, content: part(root, content) }],
    ),
  ]);
}

/** A paragraph of one run; `properties` stand in its `w:pPr`. */
export function para(text: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

export function inList(list: number, level = 0): string {
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;
}
