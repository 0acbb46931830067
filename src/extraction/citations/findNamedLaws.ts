import { lawNameEnd } from './lawNames.js';
import type { Lexicon } from './lexicon.js';
import type { Mention } from './mention.js';
import { type DateReading, readDateAfter, readYearOnly } from './readDate.js';
import { isWordUnit, type Source, skipSpace } from './source.js';

/** Laws cited by name, as Decree 30/2020 wants them: `Luật PCTN năm 2018`, `Luật Ngân sách nhà nước ngày 25/6/2015`. */
export function findNamedLaws(source: Source, lexicon: Lexicon): Mention[] {
  const found: Mention[] = [];
  const capitals = /(?<![\p{Lu}\d])\p{Lu}\p{L}+/gu;
  for (let word = capitals.exec(source.text); word !== null; word = capitals.exec(source.text)) {
    const head = lexicon.laws.heads.startingAt(source, word.index);
    if (head === null || head.start !== word.index) continue;
    const type = lexicon.types.startingAt(source, word.index)?.value;
    if (type === undefined || lexicon.laws.notAfter.endingAt(source, word.index) !== null) continue;
    const nameEnd = lawNameEnd(source, head.end, lexicon);
    if (nameEnd === null) continue;
    const dated = lawDate(source, nameEnd, lexicon);
    const span = { start: word.index, end: dated?.end ?? nameEnd };
    found.push({
      kind: 'named',
      span,
      numberSpan: { start: word.index, end: nameEnd },
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
    capitals.lastIndex = span.end;
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
