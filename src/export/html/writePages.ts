import type { SoatDocument } from '../../model/document.js';
import type { OutputFile } from '../OutputFile.js';
import { writeOutput } from '../outputFolder.js';
import type { DrawPages, PagePicture } from '../PagePicture.js';
import type { RoundRecord } from '../RoundRecord.js';
import { resultFile } from '../resultNames.js';
import type { Summary } from '../summarise.js';
import { documentPage } from './documentPage.js';
import { indexPage } from './indexPage.js';

/** Pictures that one page holds, and their bytes together: it opens on an old machine and goes by e-mail. */
const mostPictures = 40;
export const mostPictureBytes = 12_000_000;

/**
 * Writes `index.html` and a page for each document, every one readable alone and without a network.
 * @throws SoatError `output-unwritable`
 */
export async function writePages(
  output: string,
  record: RoundRecord,
  summaries: readonly Summary[],
  drawPages: DrawPages,
): Promise<void> {
  for await (const document of record.documents()) {
    const { name, content } = await pageFile(record, document, drawPages);
    await writeOutput(output, name, content);
  }
  await writeOutput(output, 'index.html', indexPage(record, summaries));
}

/** A document's page under the name by which the others lead to it. @param bytes of its pictures together, at most */
export async function pageFile(
  record: RoundRecord,
  document: SoatDocument,
  drawPages: DrawPages,
  bytes: number = mostPictureBytes,
): Promise<OutputFile> {
  const wanted = pagesToShow(document, record).slice(0, mostPictures);
  const drawn = wanted.length === 0 ? new Map() : await drawPages(document, wanted);
  const content = documentPage(record, document, withinBytes(wanted, drawn, bytes));
  return { name: resultFile(document.source.file, '.html'), content };
}

/** Pages that a flag quotes, in the order of the flags, then those with something unread. */
function pagesToShow({ source, flags, pages }: SoatDocument, { batch }: RoundRecord): readonly number[] {
  const quoted = flags.flatMap(({ evidence }) => evidence.map(({ page }) => page));
  const compared = batch.flags.flatMap(({ evidence }) =>
    evidence.flatMap(({ file, page }) => (file === source.file ? [page] : [])),
  );
  const unread = pages.filter((page) => page.origin === 'failed' || page.unread.length > 0).map(({ number }) => number);
  return [...new Set([...quoted, ...compared, ...unread])];
}

function withinBytes(
  wanted: readonly number[],
  drawn: ReadonlyMap<number, PagePicture>,
  mostBytes: number,
): ReadonlyMap<number, PagePicture> {
  const kept = new Map<number, PagePicture>();
  let bytes = 0;
  for (const page of wanted) {
    const picture = drawn.get(page);
    if (picture === undefined || bytes + picture.bytes.length > mostBytes) continue;
    bytes += picture.bytes.length;
    kept.set(page, picture);
  }
  return kept;
}
