import type { RoundFinding, RoundRule } from '../../../model/round.js';
import { printDate } from '../../shared/calendar.js';
import { groupBy } from '../../shared/citedDocuments.js';
import {
  type Agreement,
  agenciesIn,
  type CommonDocument,
  CommonDocuments,
  type Mention,
} from '../../shared/round/CommonDocuments.js';
import { doubtReason, withDoubt } from '../../shared/round/doubt.js';

/** A title of fewer words is borne by many documents. */
const tellingTitle = 4;

/** A document of a common superior is dated differently from what most agencies write. */
export const rule: RoundRule = {
  id: 'batch/date-disagrees',
  severity: 'warning',
  title: {
    vi: 'Ngày của văn bản cấp trên khác với các cơ quan khác ghi',
    en: 'A superior’s document is dated differently from what most agencies write',
  },
  needsRubric: false,
  compare(pipeline) {
    const common = new CommonDocuments(pipeline);
    return {
      add: (report) => common.add(report),
      findings: () => {
        const byNumber = groupBy([...common.documents()], ({ key, scope }) => `${key} ${scope}`);
        return [...byNumber.values()].flatMap(differingIn);
      },
    };
  },
};

/** @param years the document's mentions, a year each */
function differingIn(years: readonly CommonDocument[]): readonly RoundFinding[] {
  return years.flatMap(({ agreed, mentions }) => {
    if (agreed !== null) return differingFrom(agreed, mentions);
    // A slip in the year makes another document of it, unless the title says that it is the same.
    return years.flatMap((other) => {
      const { agreed: elsewhere } = other;
      if (elsewhere === null) return [];
      const slips = mentions.filter((mention) => bearsTitleOf(elsewhere, mention));
      return differingFrom(elsewhere, [...slips, ...other.mentions.filter(({ date }) => date === elsewhere.date)]);
    });
  });
}

function differingFrom(agreed: Agreement, mentions: readonly Mention[]): readonly RoundFinding[] {
  const byAgency = groupBy(mentions, ({ report }) => report.agencyKey);
  return [...byAgency.values()].flatMap((same): RoundFinding[] => {
    if (same.some(({ date }) => date === agreed.date)) return [];
    const mention = same.find(({ doubtful }) => !doubtful) ?? same[0];
    return mention === undefined || isAnothers(mention, agreed) ? [] : [findingOf(mention, agreed)];
  });
}

function bearsTitleOf({ witnesses }: Agreement, { title }: Mention): boolean {
  return title.split(/\s+/).length >= tellingTitle && witnesses.some((witness) => witness.title === title);
}

/** True where the issuer named is none that those who agree name. */
function isAnothers({ issuer }: Mention, { witnesses }: Agreement): boolean {
  const named = witnesses.map((witness) => witness.issuer).filter((one) => one !== '');
  return issuer !== '' && named.length > 0 && !named.some((one) => one.startsWith(issuer) || issuer.startsWith(one));
}

function findingOf(mention: Mention, { date, witnesses, of, seen }: Agreement): RoundFinding {
  const [own, theirs] = [printDate(mention.date), printDate(date)];
  const [witness] = witnesses;
  const source = {
    vi:
      seen === null
        ? `${agenciesIn(witnesses)}/${of} cơ quan cùng viện dẫn ghi ngày ${theirs}`
        : `bản chụp văn bản (${seen}) ghi ngày ${theirs}`,
    en:
      seen === null
        ? `${agenciesIn(witnesses)} of ${of} agencies that cite it write ${theirs}`
        : `the document itself (${seen}) bears ${theirs}`,
  };
  return {
    ...doubtReason(mention.doubtful),
    agencyKey: mention.report.agencyKey,
    agency: mention.report.of,
    with: witness?.report.of ?? null,
    file: mention.report.file,
    subject: `citation:${mention.full}`,
    message: withDoubt(mention.doubtful, {
      vi: `Văn bản ${mention.full} được ghi ngày ${own}, trong khi ${source.vi}. Đề nghị đối chiếu bản gốc.`,
      en: `${mention.full} is dated ${own} here, while ${source.en}. Compare with the original.`,
    }),
    evidence: [mention, ...witnesses.slice(0, 2)].map(({ report, quotation }) => ({ file: report.file, quotation })),
    confidence: mention.confidence,
  };
}
