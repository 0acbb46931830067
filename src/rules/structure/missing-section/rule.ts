import type { Bilingual } from '../../../model/bilingual.js';
import { confidenceOf, type Span, textOf } from '../../../model/document-text.js';
import type { ReportFacts, Section } from '../../../model/facts.js';
import type { Pipeline } from '../../../model/pipeline.js';
import type { Finding, Rule, RuleContext, Subject } from '../../../model/rule.js';
import { titleSimilarityOf } from '../../../structure/titleSimilarity.js';
import { tokensOf } from '../../../text/resembles.js';
import { cannotJudge } from '../../shared/cannotJudge.js';
import { fewestMarks } from '../../shared/unreadWithin.js';

/** From here on a line without a number says nothing but a part's name. */
const nameAlone = 0.85;
const longestHeading = 120;
const markWithin = /(?<=\S\s+)(?:[IVX]{1,5}|[A-ZĐ]|\d{1,2})\s?[.):–-]\s*(?=\p{Lu})/gu;

type RequiredPart = Pipeline['requiredParts'][number];

/** One of the parts that every self-assessment has is not there, whatever its number or wording. */
export const rule: Rule = {
  id: 'structure/missing-section',
  severity: 'warning',
  title: { vi: 'Thiếu phần nội dung bắt buộc', en: 'A required part is missing' },
  needsRubric: false,
  evaluate: (context) => context.pipeline.requiredParts.map((part) => judge(part, context)),
};

function judge(part: RequiredPart, context: RuleContext): Finding {
  const { facts } = context;
  const subject: Subject = `section:${part.id}`;
  if (isPresent(part, context)) return { outcome: 'pass', subject };
  const top = topSections(facts);
  const evidence = quoted(facts, top);
  const message = notSeen(part, top);
  if (hasUnread(facts)) return cannotJudge(subject, 'page-unread', message, evidence);
  if (top.some((section) => isDoubtful(section, context)))
    return cannotJudge(subject, 'doubtful-reading', message, evidence);
  if (top.length === 0 || top.some((section) => mayBePart(section, part, context)) || standsWithin(part, facts)) {
    return cannotJudge(subject, 'ambiguous', message, evidence);
  }
  const asked = {
    vi: `${message.vi} Đề nghị đơn vị bổ sung hoặc chỉ rõ nội dung này nằm ở mục nào.`,
    en: `${message.en} Please ask for it, or where it stands.`,
  };
  return { outcome: 'fail', subject, message: asked, evidence, confidence: 1 };
}

function notSeen({ name }: RequiredPart, top: readonly Section[]): Bilingual {
  if (top.length === 0) {
    return {
      vi: `Không thấy phần “${name.vi}”; trong báo cáo chưa nhận ra đề mục lớn nào.`,
      en: `The part “${name.en}” is not seen; no main heading was recognised in the report.`,
    };
  }
  const seen = top.map(({ marker, title }) => `${marker}. ${title}`).join('; ');
  return {
    vi: `Không thấy phần “${name.vi}” trong ${top.length} đề mục lớn của báo cáo (${seen}).`,
    en: `The part “${name.en}” is not among the report’s ${top.length} main headings (${seen}).`,
  };
}

function isPresent(part: RequiredPart, { facts, pipeline }: RuleContext): boolean {
  if (facts.sections.some((section) => section.part === part.id)) return true;
  const assessment = pipeline.requiredParts[1]?.id;
  if (
    part.id === assessment &&
    new Set(facts.sections.filter(({ criterion, appendix }) => criterion !== null && !appendix)).size >= 2
  ) {
    return true;
  }
  if (part.id === assessment && topSections(facts).some((section) => holdsPoints(section, facts))) return true;
  // One heading may name two parts: `Nhận xét chung và kiến nghị, đề xuất`.
  if (topSections(facts).some(({ title, criterion }) => criterion === null && namesPart(title, part))) return true;
  const { parts } = titleSimilarityOf(pipeline);
  return facts.text.paragraphs.some((paragraph) => {
    if (paragraph.kind !== 'body' || paragraph.end - paragraph.start > longestHeading) return false;
    const text = textOf(facts.text, paragraph);
    // `IỊ ĐẶC ĐIỂM TÌNH HÌNH`: what the reader made of a mark says nothing against the name behind it.
    return [text, text.replace(/^\S{1,5}\s+/u, '')].some((name) => (parts(name).get(part.id) ?? 0) >= nameAlone);
  });
}

/** The part that gives criteria their points is the assessment, whatever it is called (`IV. BẢNG TỰ CHẤM ĐIỂM`). */
function holdsPoints({ span, part }: Section, { scores }: ReportFacts): boolean {
  const inside = scores.filter(
    ({ criterion, span: { start } }) => criterion !== 'total' && span.start <= start && start < span.end,
  );
  return part === null && new Set(inside.map(({ criterion }) => criterion)).size >= 2;
}

function namesPart(title: string, part: RequiredPart): boolean {
  const words = ` ${tokensOf(title).join(' ')} `;
  return part.headings.some((heading) => words.includes(` ${tokensOf(heading).join(' ')} `));
}

function topSections({ sections }: ReportFacts): readonly Section[] {
  return sections.filter(({ level, appendix }) => level === 1 && !appendix);
}

function hasUnread({ pages }: ReportFacts): boolean {
  return pages.some(({ readable, unread }) => !readable || unread.some(({ marks }) => marks >= fewestMarks));
}

/** A heading that is no known part, in words that may have been misread. */
function isDoubtful(section: Section, { facts, pipeline }: RuleContext): boolean {
  const known = section.part !== null || section.criterion !== null;
  return !known && confidenceOf(facts.text, section.heading) < pipeline.thresholds.doubtfulConfidence;
}

/**
 * A heading with a word that headings of this part use, under a name that is not listed; one that is another part holds
 * this one too (`Kết luận, kiến nghị`) where the word is none of that part's own.
 */
function mayBePart(section: Section, part: RequiredPart, { pipeline }: RuleContext): boolean {
  if (section.criterion !== null) return false;
  const has = (text: string, near: string) => ` ${tokensOf(text).join(' ')} `.includes(` ${tokensOf(near).join(' ')} `);
  const own = pipeline.requiredParts.find(({ id }) => id === section.part)?.headings.join(' ') ?? '';
  return part.near.some((near) => has(section.title, near) && !has(own, near));
}

/** A mark with the part's name behind it in the middle of a paragraph: the heading may have run on from the line above. */
function standsWithin({ headings }: RequiredPart, { text }: ReportFacts): boolean {
  const names = headings.map((heading) => `${tokensOf(heading).join(' ')} `);
  return text.paragraphs.some((paragraph) => {
    const printed = textOf(text, paragraph);
    return [...printed.matchAll(markWithin)].some(({ index, 0: mark }) => {
      const behind = printed.slice(index + mark.length, index + mark.length + longestHeading);
      return names.some((name) => `${tokensOf(behind).join(' ')} `.startsWith(name));
    });
  });
}

/** The main headings, else the title or the first words. */
function quoted({ text }: ReportFacts, top: readonly Section[]): readonly Span[] {
  if (top.length > 0) return top.map(({ heading }) => heading);
  const first = text.paragraphs.find(({ kind }) => kind === 'title') ?? text.paragraphs[0];
  return first === undefined ? [] : [{ start: first.start, end: first.end }];
}
