import type { Lexicon } from './lexicon.js';
import { readOrgan } from './readOrgan.js';
import { type Source, skipSpace } from './source.js';

/**
 * Whether a date behind a comma opens what follows instead of closing the citation: `Thực hiện Kế hoạch số 12/KH-SDL, ngày
 * 15/01/2023 Sở đã tổ chức …`. A comma behind the date too makes it
 * the citation's. `at` is the date's end.
 */
export function datesDeed(source: Source, at: number, lexicon: Lexicon): boolean {
  const start = skipSpace(source, at);
  const end = readOrgan(source, start, lexicon)?.end ?? bodyEnd(source, start);
  return end !== null && lexicon.deeds.startingAt(source, end)?.start === skipSpace(source, end);
}

/** `đơn vị`, `cơ quan`: the agency by no name. */
function bodyEnd({ folded }: Source, at: number): number | null {
  const body = /^(?:don vi|co quan|lanh dao)(?![a-z])/.exec(folded.slice(at, at + 10))?.[0];
  return body === undefined ? null : at + body.length;
}
