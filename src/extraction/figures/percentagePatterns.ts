import type { FiguresVocabulary } from '../../model/vocabulary/figures.js';
import { alternatives } from '../alternatives.js';
import { amounts, sign } from './sign.js';

/** How tightly the grammar binds part and whole: `bound` by `trên tổng số`, a slash; `loose` by two clauses. */
export type Binding = 'bound' | 'loose';

export interface PercentagePattern {
  readonly id: string;
  readonly example: string;
  readonly binding: Binding;
  /** What masked text must hold beside the percentage for the pattern to be worth trying. */
  readonly needs: readonly RegExp[];
  /** Over masked text; groups `part`, `whole` or `fraction`, and `percent`, `link`, `attribute`. */
  readonly regex: RegExp;
}

const compiled = new WeakMap<FiguresVocabulary, readonly PercentagePattern[]>();

/** The ways in which a percentage stands beside its own numbers; the first that fits is taken. */
export function percentagePatterns(vocabulary: FiguresVocabulary): readonly PercentagePattern[] {
  const known = compiled.get(vocabulary);
  if (known !== undefined) return known;
  const made = compile(vocabulary);
  compiled.set(vocabulary, made);
  return made;
}

function compile({ percentages, hedges }: FiguresVocabulary): readonly PercentagePattern[] {
  /** Words in between; no other amount, no end of a clause. */
  const words = (most: number, also = '') => `[^${amounts}.;()${also}]{0,${most}}?`;
  const clauses = (most: number) => `[^${amounts}.()]{0,${most}}?`;
  const part = `(?<part>${token('number')})`;
  const whole = `(?<whole>${token('number')})`;
  const fraction = `(?<fraction>${token('fraction')})`;
  const hedge = alternatives([...hedges.under, ...hedges.about, ...hedges.over]);
  const links = alternatives(percentages.links);
  const fillers = `(?:${alternatives(percentages.fillers)}\\s*)*`;
  const link =
    `(?<link>\\s*[,;(=-]?\\s*${fillers}(?:${links}\\s*)?` +
    `(?:${alternatives(percentages.rates)}(?<attribute>${words(60, ',:')})(?:${links}|:)?\\s*)?:?\\s*(?:${hedge}\\s*)?)`;
  const percent = `(?<percent>${token('percent')})`;
  const of = `${alternatives(percentages.of)}\\s*`;
  const wholes = alternatives(percentages.wholes);
  const wholeName = `(?:${wholes}${words(100)}(?:la|:|\\bco)?\\s*)?(?:${hedge}\\s*)?`;
  const bases = alternatives(percentages.bases);
  const equal = `(?:\\(\\s*${fillers}(?:${alternatives(percentages.equals)}\\s*)?|,?\\s*${alternatives(percentages.equals)}\\s*)(?:${hedge}\\s*)?`;
  const aFraction = new RegExp(sign.fraction);
  const twoNumbers = new RegExp(`${sign.number}[^${sign.number}]+${sign.number}`);
  const twoNumbersAnd = (words: string) => [twoNumbers, new RegExp(words)];
  const pattern = (
    id: string,
    binding: Binding,
    needs: readonly RegExp[],
    example: string,
    source: string,
  ): PercentagePattern => ({
    id,
    example,
    binding,
    needs,
    regex: new RegExp(source, 'dg'),
  });
  return [
    pattern(
      'fraction-first',
      'bound',
      [aFraction],
      '229/293 hồ sơ (đạt 78,2%)',
      `${fraction}${words(100)}${link}${percent}`,
    ),
    pattern(
      'fraction-last',
      'bound',
      [aFraction],
      '78,2% (229/293 hồ sơ)',
      `${percent}${words(80)}${equal}${fraction}`,
    ),
    pattern(
      'part-of-whole',
      'bound',
      twoNumbersAnd(of),
      '229 hồ sơ trên tổng số 293 hồ sơ, đạt 78,2%',
      `${part}${words(80)}${of}${wholeName}${whole}${words(100)}${link}${percent}`,
    ),
    pattern(
      'percent-of-part-of-whole',
      'bound',
      twoNumbersAnd(of),
      '78,2% (229 hồ sơ trên tổng số 293 hồ sơ)',
      `${percent}${words(80)}${equal}${part}${words(60)}${of}${wholeName}${whole}`,
    ),
    pattern(
      'percent-of-whole',
      'bound',
      twoNumbersAnd(`${sign.percent}\\s*(?:${of}|${wholes})`),
      '229 hồ sơ, đạt 78,2% tổng số hồ sơ (293 hồ sơ)',
      `${part}${words(160)}${link}${percent}\\s*(?:${of}|(?=${wholes}))${wholeName}\\(?\\s*(?:${hedge}\\s*)?${whole}`,
    ),
    pattern(
      'whole-then-part',
      'loose',
      twoNumbersAnd(bases),
      'tiếp nhận 293 hồ sơ, giải quyết đúng hạn 229 hồ sơ, đạt 78,2%',
      `(?<base>${bases})${words(60)}${whole}(?<between>${clauses(140)})${part}(?<behind>${words(60)})${link}${percent}`,
    ),
    pattern(
      'part-named-of-whole',
      'loose',
      twoNumbersAnd(alternatives(percentages.parts)),
      '650 doanh nghiệp, trong đó 500 doanh nghiệp tham gia, đạt 76,9%',
      `${whole}(?<between>${words(80)}${alternatives(percentages.parts)}${words(40)})${part}(?<behind>${words(60)})${link}${percent}`,
    ),
    pattern(
      'all-that-had-to',
      'loose',
      twoNumbersAnd(bases),
      '120 người thuộc diện kê khai, đã kê khai 118 người, đạt 98,3%',
      `${whole}(?<between>[^${amounts}.;,()]{0,40}?${bases}${clauses(140)})${part}(?<behind>${words(60)})${link}${percent}`,
    ),
  ];
}

/** A whole token: a search that may begin or end inside one takes the square of its length. */
function token(kind: keyof typeof sign): string {
  return `(?<!${sign[kind]})${sign[kind]}+(?!${sign[kind]})`;
}
