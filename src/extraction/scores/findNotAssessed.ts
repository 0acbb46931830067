import type { DocumentText, Paragraph, Span } from '../../model/document-text.js';
import type { ScoresVocabulary } from '../../model/vocabulary/scores.js';
import { foldedOf } from '../../text/foldedText.js';
import { alternatives } from '../alternatives.js';

const memo = new WeakMap<ScoresVocabulary, RegExp>();

/**
 * Where running text says that a criterion is not assessed: in the place of the points (`Điểm tự chấm: không đánh giá`)
 * or of the criterion itself (`Tiêu chí này không đánh giá`), or where a clause says nothing else (`Không thuộc phạm vi đánh
 * giá của Ban.`, `Không phát sinh nên không chấm điểm.`). `Không phát sinh` in another sentence denies a case, no more.
 */
export function findNotAssessed(
  text: DocumentText,
  paragraph: Paragraph,
  vocabulary: ScoresVocabulary,
): readonly Span[] {
  return [...foldedOf(text, paragraph).matchAll(patternOf(vocabulary))].map((match) => ({
    start: paragraph.start + match.index,
    end: paragraph.start + match.index + match[0].length,
  }));
}

function patternOf(vocabulary: ScoresVocabulary): RegExp {
  let pattern = memo.get(vocabulary);
  if (pattern === undefined) {
    const none = alternatives(vocabulary.notAssessed);
    const own = alternatives(vocabulary.ownClaims);
    const fillers = alternatives(vocabulary.fillers);
    const subjects = alternatives(vocabulary.notAssessedSubjects);
    const explicit = alternatives(vocabulary.notAssessedAlone);
    const therefore = alternatives(vocabulary.therefore);
    const alone = `(?:(?:^|[.;\\n(])[-+*\\s]*|${therefore}\\s+)${explicit}(?:\\s+(?:${subjects}|(?:cua|doi voi)\\s+[^.,;:]{2,60}))?(?=\\s*(?:[.;)]|$))`;
    pattern = new RegExp(
      `(?:${own}(?:\\s+${fillers})*\\s*[:=-]\\s*${none}|${subjects}\\s+(?:[a-z]+\\s+){0,3}${none}|${alone})`,
      'g',
    );
    memo.set(vocabulary, pattern);
  }
  return pattern;
}
