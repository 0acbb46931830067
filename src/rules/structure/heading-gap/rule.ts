import { confidenceOf } from '../../../model/document-text.js';
import type { Section } from '../../../model/facts.js';
import type { Finding, Rule, RuleContext, Subject } from '../../../model/rule.js';
import { type MarkerReading, readMarker } from '../../../structure/readMarker.js';
import { cannotJudge } from '../../shared/cannotJudge.js';
import { unreadWithin } from '../../shared/unreadWithin.js';

/** A heading with the headings of its level under the same parent, in one system of numbers. */
interface Member {
  readonly section: Section;
  readonly reading: MarkerReading;
}

/** A mark behind words of its own line, before a capital. */
const markWithin = /(?<=\S[^\S\n]+)(?:[IVX]{1,5}|[A-ZĐ]|\d{1,2}(?:\.\d{1,2}){0,3})[.)]?\s+(?=\p{Lu})/gu;
const longestMark = 40;

/** The numbering of headings jumps or repeats. */
export const rule: Rule = {
  id: 'structure/heading-gap',
  severity: 'info',
  title: { vi: 'Đánh số đề mục bị nhảy hoặc trùng', en: 'Heading numbers jump or repeat' },
  needsRubric: false,
  evaluate(context) {
    const found = new Map<Subject, Finding>();
    const runs = runsOf(context);
    for (const run of runs) {
      for (const [index, member] of run.entries()) {
        const finding = judge(run[index - 1] ?? countedOnFrom(member, runs), member, context);
        const earlier = found.get(finding.subject);
        // A repeated number gives two headings one path: what is wrong with either is told.
        if (earlier === undefined || earlier.outcome === 'pass') found.set(finding.subject, finding);
      }
    }
    return [...found.values()];
  },
};

/** Some agencies count on over their parts: `I.1, I.2, II.3`. The last of the run before, where it leads to this one. */
function countedOnFrom({ section, reading }: Member, runs: readonly (readonly Member[])[]): Member | undefined {
  return runs
    .map((run) => run.at(-1))
    .filter((last) => last !== undefined)
    .find(
      (last) =>
        last.section.level === section.level &&
        last.section.span.end <= section.span.start &&
        last.reading.system === reading.system &&
        last.reading.prefix === reading.prefix &&
        last.reading.value + 1 === reading.value,
    );
}

function judge(previous: Member | undefined, { section, reading }: Member, context: RuleContext): Finding {
  const subject: Subject = `section:${section.path}`;
  const expected = (previous?.reading.value ?? 0) + 1;
  // A run may begin at 0: `2.0`, `2.1`.
  const opens = previous === undefined && reading.value === 0;
  if (reading.value === expected || opens || skipsDWithStroke(previous, reading)) return { outcome: 'pass', subject };
  const message = told(previous, section, reading.value < expected);
  const evidence = [section.heading, ...(previous === undefined ? [] : [previous.section.heading])];
  if (previous !== undefined && ranOn(previous, section, expected, context)) {
    return cannotJudge(subject, 'ambiguous', message, evidence);
  }
  const before = { start: previous?.section.span.start ?? section.span.start, end: section.heading.end };
  if (unreadWithin(context.facts, before)) return cannotJudge(subject, 'page-unread', message, evidence);
  if ([section, previous?.section].some((other) => other !== undefined && hasDoubtfulMark(other, context))) {
    return cannotJudge(subject, 'doubtful-reading', message, evidence);
  }
  const asked = {
    vi: `${message.vi} Đề nghị kiểm tra có thiếu mục hoặc đánh số nhầm không.`,
    en: `${message.en} Please check whether a section is missing or misnumbered.`,
  };
  return {
    outcome: 'fail',
    subject,
    message: asked,
    evidence,
    confidence: confidenceOf(context.facts.text, section.heading),
  };
}

/** The mark that is missed stands in the middle of a paragraph between the two, as if its line had run on from the one above. */
function ranOn({ section, reading }: Member, next: Section, missed: number, { facts, pipeline }: RuleContext): boolean {
  const between = facts.text.text.slice(section.heading.end, next.heading.start);
  return [...between.matchAll(markWithin)].some(({ index }) => {
    const mark = readMarker(
      between.slice(index, index + longestMark),
      pipeline.vocabulary.text.partWords,
      pipeline.vocabulary.structure.ordinals,
    );
    return mark?.readings.some(
      ({ system, prefix, value, cost }) =>
        cost === 0 && system === reading.system && prefix === reading.prefix && value === missed,
    );
  });
}

/** Parts marked with capitals are counted off by either alphabet: `D.`, `Đ.`, `E.` or `D.`, `E.`. */
function skipsDWithStroke(previous: Member | undefined, { system, marker }: MarkerReading): boolean {
  return system === 'upper' && previous?.reading.marker.at(-1) === 'D' && marker.at(-1) === 'E';
}

function told(previous: Member | undefined, section: Section, repeats: boolean) {
  const name = `“${section.marker}. ${section.title}”`;
  if (previous === undefined) {
    return {
      vi: `Mục đầu tiên được đánh số ${section.marker}: ${name}.`,
      en: `The first heading is numbered ${section.marker}: ${name}.`,
    };
  }
  const before = previous.section.marker;
  return repeats
    ? {
        vi: `Sau mục ${before} lại có mục ${section.marker}: ${name}.`,
        en: `${before} is followed by ${section.marker} again: ${name}.`,
      }
    : {
        vi: `Số mục nhảy từ ${before} sang ${section.marker}: ${name}.`,
        en: `Numbers jump from ${before} to ${section.marker}: ${name}.`,
      };
}

function hasDoubtfulMark({ heading, marker }: Section, { facts, pipeline }: RuleContext): boolean {
  const mark = { start: heading.start, end: heading.start + marker.length + 1 };
  return confidenceOf(facts.text, mark) < pipeline.thresholds.doubtfulConfidence;
}

/** Headings by parent, system and prefix, in the order of the text. Appendices number on their own. */
function runsOf({ facts, pipeline }: RuleContext): readonly (readonly Member[])[] {
  const { partWords } = pipeline.vocabulary.text;
  const { ordinals } = pipeline.vocabulary.structure;
  const runs = new Map<string, { section: Section; readings: readonly MarkerReading[] }[]>();
  let opened = 0;
  const parents: string[] = [];
  for (const section of facts.sections.filter(({ appendix }) => !appendix)) {
    const readings = (readMarker(`${section.marker}. A`, partWords, ordinals)?.readings ?? []).filter(
      ({ cost }) => cost === 0,
    );
    // Two parents of one path are told apart by their place.
    parents[section.level] = `${section.path} ${opened++}`;
    const [first] = readings;
    if (first === undefined) continue;
    const kind = first.system === 'roman' || first.system === 'upper' ? 'capital' : first.system;
    const key = `${parents[section.level - 1] ?? ''}|${kind}|${first.prefix}`;
    const run = runs.get(key);
    if (run === undefined) runs.set(key, [{ section, readings }]);
    else run.push({ section, readings });
  }
  return [...runs.values()].map((run) => {
    // `I`, `V`, `X` are letters among `A`, `B`, `C` and numerals elsewhere.
    const system = ['roman', 'upper'].find((name) =>
      run.every(({ readings }) => readings.some((reading) => reading.system === name)),
    );
    return run.flatMap(({ section, readings }): Member[] => {
      const reading = readings.find((other) => other.system === system) ?? readings[0];
      return reading === undefined ? [] : [{ section, reading }];
    });
  });
}
