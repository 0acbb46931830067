import type { Bilingual } from '../../../model/bilingual.js';
import type { Citation } from '../../../model/facts.js';
import type { AttachedQuotation, Difference } from '../../../model/paper.js';
import type { Finding, Rule, RuleContext, Subject } from '../../../model/rule.js';
import { printDate } from '../../shared/calendar.js';
import { cannotJudge } from '../../shared/cannotJudge.js';
import { confidenceIn } from '../../shared/citedDocuments.js';
import { type FoundPaper, type Match, matchAttachments } from '../../shared/matchAttachments.js';
import { suggestEvidence } from './suggestEvidence.js';

/** A document of the agency's own, cited as evidence, is not among the attachments, or the attachment says otherwise. */
export const rule: Rule = {
  id: 'evidence/not-submitted',
  severity: 'warning',
  title: {
    vi: 'Văn bản được dẫn làm minh chứng không có trong hồ sơ gửi kèm, hoặc bản gửi kèm ghi khác',
    en: 'A document cited as evidence was not handed in, or the copy handed in says otherwise',
  },
  needsRubric: false,
  evaluate(context) {
    if (context.attachments.length === 0) return [{ outcome: 'not-applicable', subject: 'document' }];
    return matchAttachments(context).map((match) => findingOf(match, context));
  },
};

function findingOf(match: Match, context: RuleContext): Finding {
  const { document, result, found, differences, reason } = match;
  const subject: Subject = `citation:${document.full}`;
  const evidence = document.mentions.map(({ span }) => span);
  const confidence = confidenceIn(document.mentions);
  const different = found === null || differences.length === 0 ? null : differs(match, found);
  switch (result) {
    case 'submitted':
      return { outcome: 'pass', subject };
    case 'cannot-tell':
      return cannotJudge(subject, reason ?? 'doubtful-reading', different ?? undecided(match), evidence, confidence);
    case 'differs': {
      const message = different ?? undecided(match);
      return { outcome: 'fail', subject, message, evidence, attached: quotationsOf(match), confidence };
    }
    case 'not-submitted':
      return { outcome: 'fail', subject, message: missing(match, context), evidence, confidence };
  }
}

function missing(match: Match, context: RuleContext): Bilingual {
  const { full, mentions } = match.document;
  const date = mentions.find((citation) => citation.date !== null)?.date ?? null;
  const [dated, datedEn] = date === null ? ['', ''] : [` ngày ${printDate(date)}`, ` of ${printDate(date)}`];
  const hints = suggestEvidence(match, context);
  return {
    vi: `Báo cáo dẫn văn bản ${full}${dated} làm minh chứng, nhưng hồ sơ gửi kèm chưa có văn bản này. Đề nghị đơn vị gửi bổ sung.${hints.vi}`,
    en: `The report cites ${full}${datedEn} as evidence, and it is not among the attachments. Ask for it.${hints.en}`,
  };
}

function undecided({ document, found }: Match): Bilingual {
  const [where, whereEn] =
    found === null ? ['', ''] : [` (có thể là ${placeOf(found).vi})`, ` (it may be ${placeOf(found).en})`];
  return {
    vi: `Chưa xác định được văn bản ${document.full} có trong hồ sơ gửi kèm hay không${where}.`,
    en: `It is not certain whether ${document.full} is among the attachments${whereEn}.`,
  };
}

const namesOf: Readonly<Record<Difference, Bilingual>> = {
  number: { vi: 'số, ký hiệu', en: 'number' },
  date: { vi: 'ngày ban hành', en: 'date' },
  title: { vi: 'trích yếu', en: 'title' },
  issuer: { vi: 'cơ quan ban hành', en: 'issuer' },
  signer: { vi: 'người ký', en: 'signer' },
};

/** Each difference with what the report says and what the attachment prints. */
function differs({ document, differences }: Match, found: FoundPaper): Bilingual {
  const place = placeOf(found);
  const told = differences.map((difference) => {
    const { vi, en } = namesOf[difference];
    const [cited, printed] = [citedAs(difference, document.mentions), printedAs(difference, found)];
    return {
      vi: `${vi}: báo cáo ghi “${cited ?? 'không ghi'}”, bản gửi kèm ghi “${printed ?? 'không ghi'}”`,
      en: `${en}: the report says “${cited ?? 'nothing'}”, the attachment “${printed ?? 'nothing'}”`,
    };
  });
  return {
    vi: `Văn bản ${document.full} trong báo cáo và bản gửi kèm (${place.vi}) khác nhau về ${told.map(({ vi }) => vi).join('; ')}. Đề nghị đối chiếu.`,
    en: `${document.full} as cited and as attached (${place.en}) differ in ${told.map(({ en }) => en).join('; ')}. Compare them.`,
  };
}

function citedAs(difference: Difference, mentions: readonly Citation[]): string | null {
  const first = (tell: (citation: Citation) => string | null) => mentions.map(tell).find((one) => one !== null) ?? null;
  switch (difference) {
    case 'number':
      return first(({ full }) => full);
    case 'date':
      return first(({ dateText }) => dateText);
    case 'title':
      return first(({ title }) => title);
    case 'issuer':
    case 'signer':
      return first(({ issuer }) => issuer);
  }
}

function printedAs(difference: Difference, { paper }: FoundPaper): string | null {
  switch (difference) {
    case 'number':
      return paper.printed.number;
    case 'date':
      return paper.printed.date;
    case 'title':
      return paper.printed.title;
    case 'issuer':
      return paper.agency;
    case 'signer':
      return paper.signer === null ? null : `${paper.signer.role} ${paper.signer.name}`;
  }
}

function quotationsOf({ differences, found }: Match): readonly AttachedQuotation[] {
  if (found === null) return [];
  const { file, paper } = found;
  const [first, last] = paper.pages;
  return differences.flatMap((difference) => {
    // Titles and name stand on lines of their own, recipients beside them: only the name is there word for word.
    const isSigner = difference === 'signer';
    const text = isSigner ? (paper.signer?.name ?? null) : printedAs(difference, found);
    return text === null ? [] : [{ file, page: isSigner ? last : first, text }];
  });
}

/** `minh-chung/12.pdf, trang 1`; the report's own file is not named. */
function placeOf({ file, paper }: FoundPaper): Bilingual {
  const [page] = paper.pages;
  const name = file === null ? { vi: 'cùng tệp báo cáo', en: 'the report’s own file' } : { vi: file, en: file };
  return { vi: `${name.vi}, trang ${page}`, en: `${name.en}, page ${page}` };
}
