import type { Bilingual } from '../../model/bilingual.js';
import type { Span } from '../../model/document-text.js';
import type { CannotJudgeReason, Finding, Subject } from '../../model/rule.js';

const reasons: Readonly<Record<CannotJudgeReason, Bilingual>> = {
  'page-unread': {
    vi: 'Có trang hoặc dòng không đọc được nên chưa thể kết luận: cần xem bản gốc.',
    en: 'A page or a line could not be read, so nothing can be concluded: look at the original.',
  },
  'doubtful-reading': {
    vi: 'Chữ số đọc chưa chắc chắn: cần xem lại trên trang trước khi kết luận.',
    en: 'The digits were read with doubt: look at the page first.',
  },
  ambiguous: {
    vi: 'Chưa xác định được chắc chắn phần nội dung hoặc điểm tương ứng: cần đối chiếu trên trang.',
    en: 'It is not certain which text or points belong here: compare the page.',
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
