import type { RoundFinding, RoundRule } from '../../../model/round.js';
import { printDate } from '../../shared/calendar.js';
import { groupBy } from '../../shared/citedDocuments.js';
import { type CommonDocument, CommonDocuments, type Mention } from '../../shared/round/CommonDocuments.js';
import { doubtReason, withDoubt } from '../../shared/round/doubt.js';

/** Documents with an agreed date that a register needs before it says where others belong. */
const fewestEntries = 3;

/** A document's number in its register, and the date that agencies agree on. */
interface Entry {
  readonly number: number;
  readonly date: string;
  readonly witness: Mention;
}

/** A superior's document that only this agency cites does not fit between those whose dates the agencies agree on. */
export const rule: RoundRule = {
  id: 'batch/register-contradiction',
  severity: 'warning',
  title: {
    vi: 'Số và ngày của văn bản cấp trên không khớp với thứ tự trong báo cáo của các cơ quan khác',
    en: 'A superior’s number and date contradict the order in other agencies’ reports',
  },
  needsRubric: false,
  compare(pipeline) {
    const common = new CommonDocuments(pipeline);
    return {
      add: (report) => common.add(report),
      findings: () => {
        const numbered = [...common.documents()].filter(
          ({ ambiguous, mentions: [first] }) => first !== undefined && isYearly(first) && !ambiguous,
        );
        const registers = groupBy(numbered, registerOf);
        return [...registers.values()].flatMap(contradictionsIn);
      },
    };
  },
};

/** Numbers start anew each year; those of laws and of the Party do not. */
function isYearly({ full }: Mention): boolean {
  return /^\d+\/[^/]+$/.test(full);
}

function registerOf({ symbol, scope, mentions }: CommonDocument): string {
  return `${symbol}|${scope}|${mentions[0]?.date.slice(0, 4)}`;
}

function contradictionsIn(documents: readonly CommonDocument[]): readonly RoundFinding[] {
  const agreed = risingOnly(documents.flatMap(entryOf));
  if (agreed.length < fewestEntries) return [];
  const alone = documents.filter((document) => document.agreed === null);
  return alone.flatMap(({ mentions }) =>
    mentions.flatMap((mention): RoundFinding[] => {
      const against = agreed.find((entry) => contradict({ ...mention, number: numberOf(mention) }, entry));
      return against === undefined ? [] : [findingOf(mention, against, agreed.length)];
    }),
  );
}

function entryOf({ agreed }: CommonDocument): readonly Entry[] {
  const [witness] = agreed?.witnesses ?? [];
  return agreed == null || witness === undefined ? [] : [{ number: numberOf(witness), date: agreed.date, witness }];
}

/** A register whose agreed entries contradict each other is several registers, and says nothing. */
function risingOnly(entries: readonly Entry[]): readonly Entry[] {
  return entries.some((one) => entries.some((other) => contradict(one, other))) ? [] : entries;
}

function contradict(one: Pick<Entry, 'number' | 'date'>, other: Entry): boolean {
  return one.date < other.date ? one.number > other.number : one.date > other.date && one.number < other.number;
}

function numberOf({ full }: Mention): number {
  return Number.parseInt(full, 10);
}

function findingOf(mention: Mention, { date, witness }: Entry, entries: number): RoundFinding {
  const [own, agreed] = [printDate(mention.date), printDate(date)];
  return {
    ...doubtReason(mention.doubtful),
    agencyKey: mention.report.agencyKey,
    agency: mention.report.of,
    with: witness.report.of,
    file: mention.report.file,
    subject: `citation:${mention.full}`,
    message: withDoubt(mention.doubtful, {
      vi: `Văn bản ${mention.full} ghi ngày ${own}, nhưng các cơ quan khác thống nhất ghi văn bản ${witness.full} cùng ký hiệu ngày ${agreed} (sổ văn bản này có ${entries} số đã đối chiếu, số tăng theo ngày). Số hoặc ngày có thể chưa đúng; đề nghị đối chiếu bản gốc.`,
      en: `${mention.full} is dated ${own}, yet other agencies agree that ${witness.full} of the same register is dated ${agreed} (${entries} numbers of it agree, rising with their dates). Number or date may be wrong; compare with the original.`,
    }),
    evidence: [mention, witness].map(({ report, quotation }) => ({ file: report.file, quotation })),
    confidence: mention.confidence,
  };
}
