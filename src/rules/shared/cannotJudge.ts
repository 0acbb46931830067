import type { Bilingual } from '../../model/bilingual.js';
import type { Span } from '../../model/document-text.js';
import type { CannotJudgeReason, Finding, Subject } from '../../model/rule.js';

const reasons: Readonly<Record<CannotJudgeReason, Bilingual>> = {
  'page-unread': {
    vi: 'Trước khi hỏi đơn vị, cần xem bản gốc: có trang hoặc dòng không đọc được.',
    en: 'Before asking, look at the original: a page or a line could not be read.',
  },
  'doubtful-reading': {
    vi: 'Trước khi hỏi đơn vị, cần xem lại trên trang: chữ hoặc số ở đây đọc chưa chắc chắn.',
    en: 'Before asking, look at the page: characters here were read with doubt.',
  },
  ambiguous: {
    vi: 'Trước khi hỏi đơn vị, cần đối chiếu trên trang: chưa xác định chắc chắn nội dung hoặc điểm tương ứng.',
    en: 'Before asking, compare the page: it is not certain which text or points belong here.',
  },
};

/** No judgement of a subject: what was seen, and why it decides nothing. */
export function cannotJudge(
  subject: Subject,
  reason: CannotJudgeReason,
  seen: Bilingual,
  evidence: readonly Span[],
  confidence = 1,
): Finding {
  const why = reasons[reason];
  const message = { vi: `${seen.vi} ${why.vi}`, en: `${seen.en} ${why.en}` };
  return { outcome: 'cannot-judge', subject, reason, message, evidence, confidence };
}
