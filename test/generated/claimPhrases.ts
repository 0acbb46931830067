import { points } from './criteria.js';

/** Ways to claim points beside their maximum. */
export const claimPhrases: readonly ((claimed: number, max: number) => string)[] = [
  (claimed, max) => `Tự chấm: ${points(claimed)}/${max} điểm`,
  (claimed, max) => `Điểm tự đánh giá: ${points(claimed)}/${max}`,
  (claimed, max) => `(Tự chấm: ${points(claimed)}/${max} điểm)`,
  (claimed, max) => `Đơn vị tự đánh giá đạt ${points(claimed)} điểm/${max} điểm.`,
  (claimed, max) => `Điểm tối đa: ${max} điểm; điểm tự chấm: ${points(claimed)} điểm.`,
  (claimed, max) => `- Điểm tối đa: ${max}. - Điểm tự chấm: ${points(claimed)}.`,
  (claimed, max) => `Điểm chuẩn: ${max} điểm\nĐiểm tự đánh giá: ${points(claimed)} điểm`,
  (claimed, max) => `Tự đánh giá: ${points(claimed)} điểm (điểm tối đa: ${max} điểm).`,
  (claimed, max) => `Cơ quan tự chấm ${points(claimed)} điểm trên tổng số ${max} điểm.`,
  (claimed, max) => `=> Tự chấm điểm: ${points(claimed).padStart(2, '0')}/${String(max).padStart(2, '0')} điểm`,
  (claimed, max) => `Tự chấm: ${points(claimed)}đ/${max}đ`,
  (claimed, max) => `Kết quả tự đánh giá: đạt ${points(claimed)}/${max}đ.`,
  (claimed, max) => `Mức điểm tự chấm là ${points(claimed)} điểm (tối đa ${max} điểm)`,
  (claimed, max) => `Đề nghị chấm điểm: ${points(claimed)}/${max} điểm.`,
  (claimed, max) => `Điểm tự chấm = ${points(claimed)} điểm/tối đa ${max} điểm`,
  (claimed, max) => `Tự chấm điểm đạt: ${claimed.toFixed(1)}/${max} điểm`,
  (claimed, max) => `Điểm tự chấm (tối đa ${max} điểm): ${points(claimed)} điểm.`,
  (claimed, max) => `- Điểm tự chấm: ${points(claimed)}\n- Điểm tối đa: ${max}`,
  (claimed, max) => `Kết quả chấm điểm: ${points(claimed)}/${max}`,
  (claimed, max) => `[${points(claimed)}/${max} điểm]`,
  (claimed, max) => `Điểm tự đánh giá của Sở: ${points(claimed)} (viết bằng chữ) điểm/${max} điểm`,
  (claimed, max) => `Sở tự chấm ${points(claimed)} điểm (trong đó điểm tối đa của tiêu chí là ${max} điểm).`,
  (claimed, max) => `Tự chấm --> ${points(claimed)}/${max}điểm`,
];

/** Ways to state the points of a part of the rubric. */
export const subtotalPhrases: readonly ((group: string, claimed: number, max: number) => string)[] = [
  (group, claimed, max) => `Tổng điểm phần ${group}: ${points(claimed)}/${max} điểm`,
  (group, claimed, max) => `Cộng điểm mục ${group}: ${points(claimed)}/${max}.`,
  (group, claimed, max) => `Tổng điểm nhóm tiêu chí ${group} là ${points(claimed)}/${max}.`,
  (group, claimed, max) => `Cộng (${group}): ${points(claimed)}/${max} điểm`,
  (_, claimed, max) => `Tổng điểm: ${points(claimed)}/${max} điểm.`,
];

/** Ways to state the total; `max` says whether its maximum is printed. */
export const totalPhrases: readonly { readonly max: boolean; readonly print: (claimed: number) => string }[] = [
  { max: true, print: (claimed) => `Tổng điểm tự chấm: ${points(claimed)}/100 điểm.` },
  { max: true, print: (claimed) => `Tổng số điểm cơ quan tự đánh giá đạt: ${points(claimed)} điểm/100 điểm.` },
  { max: true, print: (claimed) => `Tổng cộng: ${points(claimed)}/100 điểm` },
  { max: true, print: (claimed) => `Kết quả: Cơ quan tự chấm được tổng số ${points(claimed)}/100 điểm.` },
  {
    max: true,
    print: (claimed) => `Tổng số điểm tự chấm của đơn vị là: ${points(claimed)} điểm (trên tổng số 100 điểm).`,
  },
  { max: false, print: (claimed) => `Như vậy, tổng điểm cơ quan tự chấm năm 2023 là ${points(claimed)} điểm.` },
];
