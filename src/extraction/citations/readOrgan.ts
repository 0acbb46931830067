import type { Span } from '../../model/document-text.js';
import type { Lexicon } from './lexicon.js';
import { isCapital, type Source, skipSpace, wordAfter } from './source.js';

const mostWords = 16;

/**
 * The organ's name that starts at `at`: head words, capitals, and the small syllables that organ names are made of.
 * Null where no organ starts there.
 */
export function readOrgan(source: Source, at: number, lexicon: Lexicon): Span | null {
  const { issuers } = lexicon;
  const head = issuers.heads.startingAt(source, at);
  const start = skipSpace(source, at);
  const code = /^\p{Lu}{2,8}(?![\p{L}\d])/u.exec(source.text.slice(start, start + 9))?.[0];
  if (head === null && (code === undefined || !lexicon.organs.has(code))) return null;
  let end = head?.end ?? start + (code?.length ?? 0);
  let place = issuers.places.endingAt(source, end) !== null;
  for (let count = 0; count < mostWords; count++) {
    const next = skipSpace(source, end + listedFields(source, end));
    const word = wordAfter(source, next);
    if (next === end || word === null || word.start !== next) break;
    if (issuers.stops.startingAt(source, next) !== null || lexicon.titles.about.startingAt(source, next) !== null)
      break;
    const term = issuers.continuations.startingAt(source, next);
    if (term !== null && term.start === next && term.end > word.end) {
      end = term.end;
      place = false;
      continue;
    }
    const capital = isCapital(source.text, next);
    if (lexicon.types.startingAt(source, next) !== null && capital) break;
    if (word.word === 'va') {
      const after = wordAfter(source, word.end);
      if (after === null || !isCapital(source.text, after.start) || lexicon.types.startingAt(source, word.end) !== null)
        break;
      end = word.end;
      continue;
    }
    if (
      !capital &&
      (place || issuers.continuations.of(source, [word]) === null) &&
      issuers.places.startingAt(source, next) === null
    ) {
      if (!/^\d{1,3}$/.test(word.word)) break;
    }
    end = word.end;
    place = issuers.places.endingAt(source, end) !== null || (place && capital);
  }
  return { start, end };
}

/** `Sở Văn hóa, Thể thao và Du lịch`, `Bộ Lao động - Thương binh và Xã hội`: the length of the mark between two fields of one organ. */
function listedFields({ text }: Source, at: number): number {
  const fields = /^(,|\s[-–])\s{1,4}\p{Lu}\p{L}*(?:\s{1,4}\p{Ll}+){0,2}\s{1,4}[vV][àÀ]\s{1,4}\p{Lu}/u.exec(
    text.slice(at, at + 48),
  );
  return fields?.[1]?.length ?? 0;
}
