import type { Attachment, RoundFinding, RoundReport, RoundRule } from '../../../model/round.js';
import { fold } from '../../../text/fold.js';
import { groupBy } from '../../shared/citedDocuments.js';

/** An attachment with who handed it in. */
interface Submitted {
  readonly attachment: Attachment;
  readonly report: Pick<RoundReport, 'file' | 'of' | 'agencyKey' | 'identity'>;
}

/** One document is handed in by two agencies as evidence of their own. */
export const rule: RoundRule = {
  id: 'batch/attachment-shared',
  severity: 'warning',
  title: {
    vi: 'Một tài liệu được hai cơ quan nộp làm minh chứng',
    en: 'Two agencies submit one document as their evidence',
  },
  needsRubric: false,
  compare() {
    const submitted: Submitted[] = [];
    return {
      add: ({ file, of, agencyKey, identity, attachments }) => {
        const report = { file, of, agencyKey, identity };
        for (const attachment of attachments) submitted.push({ attachment, report });
      },
      findings: () => [...groupBy(submitted, ({ attachment }) => attachment.sha256).values()].flatMap(sharedIn),
    };
  },
};

/** @param same one document, with all who handed it in */
function sharedIn(same: readonly Submitted[]): readonly RoundFinding[] {
  const byAgency = [...groupBy(same, ({ report }) => report.agencyKey).values()].flatMap(([first]) => first ?? []);
  if (byAgency.length < 2) return [];
  const issuers = byAgency.filter(isIssuedBySubmitter);
  const hasIssuer = byAgency.some(({ attachment }) => attachment.agency !== null || attachment.number !== null);
  // A superior's document is every agency's to submit.
  if (hasIssuer && issuers.length === 0) return [];
  return byAgency
    .filter((one) => !issuers.includes(one))
    .flatMap((one) => {
      const other = issuers[0] ?? byAgency.find((another) => another !== one);
      return other === undefined ? [] : [findingOf(one, other, byAgency.length)];
    });
}

/** By the attachment's letterhead; by its number only where none was read, for districts share `UBND`. */
function isIssuedBySubmitter({ attachment: { agency, number }, report: { identity } }: Submitted): boolean {
  if (agency !== null) return identity.agency !== null && fold(agency) === fold(identity.agency);
  const groups = number === null ? [] : fold(number).split(/[-/]/);
  return identity.abbreviation !== null && groups.includes(fold(identity.abbreviation));
}

function findingOf({ attachment, report }: Submitted, other: Submitted, agencies: number): RoundFinding {
  const { number, file } = attachment;
  const text = number ?? file;
  const issuer = isIssuedBySubmitter(other)
    ? { vi: ` Tài liệu do ${other.report.of} ban hành.`, en: ` It was issued by ${other.report.of}.` }
    : { vi: '', en: '' };
  return {
    outcome: 'fail',
    agencyKey: report.agencyKey,
    agency: report.of,
    with: other.report.of,
    file: report.file,
    subject: number === null ? 'document' : `citation:${number}`,
    message: {
      vi: `Tài liệu ${text} do ${agencies} cơ quan cùng nộp làm minh chứng (${file}; ${other.attachment.file}), nội dung tệp giống hệt nhau.${issuer.vi} Đề nghị nêu tài liệu này liên quan đến kết quả của đơn vị thế nào.`,
      en: `${text} is submitted as evidence by ${agencies} agencies (${file}; ${other.attachment.file}), byte for byte the same.${issuer.en} Ask what it shows of the agency’s own work.`,
    },
    evidence: [attachment, other.attachment].map((one) => ({
      file: one.file,
      quotation: { text: one.number ?? one.file, page: 1, boxes: [] },
    })),
    confidence: 1,
  };
}
