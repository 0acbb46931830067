import type { Bilingual } from '../../../model/bilingual.js';
import type { RoundAgency, RoundEvidence, RoundFinding, RoundRule } from '../../../model/round.js';

/** An agency on the round's list has submitted nothing, twice, or for another year. */
export const rule: RoundRule = {
  id: 'batch/missing-agency',
  severity: 'warning',
  title: {
    vi: 'Cơ quan trong danh sách chưa gửi báo cáo, gửi hai báo cáo hoặc gửi báo cáo của năm khác',
    en: 'A listed agency submitted nothing, twice, or for another year',
  },
  needsRubric: false,
  compare() {
    const heads = new Map<string, RoundEvidence>();
    return {
      add: ({ file, head }) => heads.set(file, { file, quotation: head }),
      findings: ({ agencies, year }) =>
        agencies
          .filter(({ listed, status }) => listed && status !== 'submitted')
          .map((agency) => findingOf(agency, year, heads)),
    };
  },
};

function findingOf(agency: RoundAgency, year: number, heads: ReadonlyMap<string, RoundEvidence>): RoundFinding {
  const { name, agencyKey, reports, otherYears } = agency;
  const files = reports.length > 0 ? reports : otherYears.map(({ file }) => file);
  // A file may be the one that is missed: nobody is asked for it before somebody has said whose that is.
  const isOpen = agency.status === 'missing' && agency.doubtful.length > 0;
  return {
    ...(isOpen ? { outcome: 'cannot-judge', reason: 'ambiguous' } : { outcome: 'fail' }),
    agencyKey,
    agency: name,
    with: null,
    file: files[0] ?? null,
    subject: 'document',
    message: messageOf(agency, year),
    evidence: files.flatMap((file) => heads.get(file) ?? []),
    confidence: 1,
  };
}

function messageOf({ name, status, reports, otherYears, doubtful }: RoundAgency, year: number): Bilingual {
  const perhaps = {
    vi: doubtful.length === 0 ? '' : ` Cần xác định các tệp sau có phải của cơ quan này không: ${doubtful.join(', ')}.`,
    en: doubtful.length === 0 ? '' : ` Say whether these files are this agency’s: ${doubtful.join(', ')}.`,
  };
  if (status === 'double') {
    return {
      vi: `${name} gửi ${reports.length} báo cáo khác nhau cho năm ${year}: ${reports.join(', ')}. Đề nghị xác định báo cáo chính thức.${perhaps.vi}`,
      en: `${name} submitted ${reports.length} different reports for ${year}: ${reports.join(', ')}. Ask which one holds.${perhaps.en}`,
    };
  }
  if (status === 'other-year') {
    const told = otherYears.map((one) => `${one.file} (${one.year})`).join(', ');
    return {
      vi: `${name} có trong danh sách của năm ${year} nhưng chỉ gửi báo cáo của năm khác: ${told}. Đề nghị gửi báo cáo năm ${year}.${perhaps.vi}`,
      en: `${name} owes a report on ${year} but submitted one on another year: ${told}. Ask for the report on ${year}.${perhaps.en}`,
    };
  }
  return {
    vi: `${name} có trong danh sách nhưng chưa thấy báo cáo năm ${year}. Đề nghị gửi báo cáo.${perhaps.vi}`,
    en: `${name} is on the list, and no report on ${year} is seen. Ask for it.${perhaps.en}`,
  };
}
