import type { Identity } from '../../model/facts.js';
import type { Lexicon } from './lexicon.js';
import { fullOf, type Mention } from './mention.js';
import { organOf } from './provenance.js';
import type { Source } from './source.js';

/** Place and date of the letterhead, which may stand on the line of the number: `Hải Phòng, ngày 05 tháng 01 năm 2024`. */
const placeAndDate =
  /^[\s.,]{0,8}(?:[\p{L}.\s-]{2,40},\s{0,4})?(?:ng[àa]y[\s\d.…]{0,12}th[áa]ng[\s\d.…]{0,12}n[ăa]m\s{0,4}\d{0,4})?[\s.]{0,4}$/iu;
const longestRest = 100;

/** A line that is `Số: 12/BC-SYT` and nothing else, but for place and date: the document's own number, no citation. */
export function isOwnNumberLine({ text, folded }: Source, mention: Mention, lexicon: Lexicon): boolean {
  if (mention.ownType || mention.continues) return false;
  const { start } = mention.span;
  if (!folded.startsWith(lexicon.numberWord, start) || !/^.{2}\s{0,4}:/.test(text.slice(start, start + 8)))
    return false;
  if (!/(?:^|\n)\s{0,20}$/.test(text.slice(Math.max(0, start - 21), start))) return false;
  const end = mention.numberSpan.end;
  const next = text.slice(end, end + longestRest + 1).indexOf('\n');
  const rest = next < 0 ? text.slice(end, end + longestRest + 1) : text.slice(end, end + next);
  return rest.length <= longestRest && placeAndDate.test(rest);
}

/**
 * The report's own number, wherever it stands: in the letterhead, or where an appendix says what it belongs to
 * (`(Kèm theo Báo cáo số 610/BC-SYT ngày …)`).
 */
export function isOwnNumber(
  source: Source,
  mention: Mention,
  identity: Identity,
  ownCode: string | null,
  lexicon: Lexicon,
): boolean {
  const { numberSpan } = identity;
  if (numberSpan !== null && mention.span.start < numberSpan.end && mention.span.end > numberSpan.start) return true;
  if (isOwnNumberLine(source, mention, lexicon)) return true;
  const full = fullOf(mention);
  const date = mention.date?.date ?? null;
  if (full !== null && identity.number !== null && sameNumber(full, identity.number)) {
    if (date === null || identity.date === null || date === identity.date) return true;
  }
  return (
    isAttachmentNote(source, mention, lexicon) && (ownCode === null || organOf(mention.groups, lexicon) === ownCode)
  );
}

/** A paragraph that opens with `(Kèm theo Báo cáo số …`: the note below an appendix's heading. */
function isAttachmentNote(source: Source, mention: Mention, lexicon: Lexicon): boolean {
  const note = lexicon.attachedTo.endingAt(source, mention.span.start);
  if (note === null || !/^(?:báo cáo)$/i.test(mention.type?.name ?? '')) return false;
  return /(?:^|\n|\t)\s{0,4}\(?\s{0,4}$/.test(source.text.slice(Math.max(0, note.start - 10), note.start));
}

function sameNumber(left: string, right: string): boolean {
  const plain = (number: string) =>
    number
      .normalize('NFC')
      .replaceAll('Ð', 'Đ')
      .replace(/\s+/g, '')
      .replace(/^0+(?=\d)/, '')
      .toUpperCase();
  return plain(left) === plain(right);
}
