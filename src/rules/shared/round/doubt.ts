import type { Bilingual } from '../../../model/bilingual.js';
import type { RoundFinding } from '../../../model/round.js';

/** The outcome of a finding: a doubtful reading decides nothing. */
export function doubtReason(doubtful: boolean): Pick<RoundFinding, 'outcome' | 'reason'> {
  return doubtful ? { outcome: 'cannot-judge', reason: 'doubtful-reading' } : { outcome: 'fail' };
}

/** The message with what to do first where it rests on a doubtful reading. */
export function withDoubt(doubtful: boolean, { vi, en }: Bilingual): Bilingual {
  if (!doubtful) return { vi, en };
  return {
    vi: `${vi} Trước khi hỏi đơn vị, cần xem lại trên trang: có chỗ đọc chưa chắc chắn.`,
    en: `${en} Before asking, look at the page: something here was read with doubt.`,
  };
}
