import { lawNameEnd } from './lawNames.js';
import type { Lexicon, TypeEntry } from './lexicon.js';
import type { Mention } from './mention.js';
import type { Found } from './phrases.js';
import { type DateReading, readDateAfter, readYearOnly } from './readDate.js';
import { isWordUnit, type Source, skipSpace } from './source.js';

/** Laws cited by name, as Decree 30/2020 wants them: `Luật PCTN năm 2018`, `Luật Ngân sách nhà nước ngày 25/6/2015`. */
export function findNamedLaws(source: Source, typeWords: readonly Found<TypeEntry>[], lexicon: Lexicon): Mention[] {
  const found: Mention[] = [];
  for (const { start, value: type } of typeWords) {
    if (start < (found.at(-1)?.span.end ?? 0)) continue;
    const head = lexicon.laws.heads.startingAt(source, start);
    if (head === null || lexicon.laws.notAfter.endingAt(source, start) !== null) continue;
    const nameEnd = lawNameEnd(source, head.end, lexicon);
    if (nameEnd === null) continue;
    const dated = lawDate(source, nameEnd, lexicon);
    const span = { start, end: dated?.end ?? nameEnd };
    found.push({
      kind: 'named',
      span,
      numberSpan: { start, end: nameEnd },
      type,
      ownType: true,
      number: null,
      year: null,
      mark: '/',
      groups: [],
      marks: [],
      mended: false,
      date: dated,
      dateLink: dated === null ? null : 'adjacent',
      continues: false,
      issuer: null,
      refersTo: null,
    });
  }
  return found;
}

/** `ngày 20/11/2018`, `năm 2018`, or the year alone: `Luật PCTN 2018`. */
function lawDate(source: Source, at: number, lexicon: Lexicon): DateReading | null {
  const date = readDateAfter(source, at, lexicon) ?? readYearOnly(source, at, lexicon);
  if (date !== null) return date;
  const start = skipSpace(source, at);
  const year = /^(?:19|20)\d{2}/.exec(source.text.slice(start, start + 4))?.[0];
  if (year === undefined || start === at) return null;
  const end = start + year.length;
  if (isWordUnit(source.folded.charCodeAt(end)) || source.text[end] === '/') return null;
  return { start, end, date: null, status: 'partial', mended: false };
}
