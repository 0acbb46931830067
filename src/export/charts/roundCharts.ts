import { type RoundRecord, ruleTitle } from '../RoundRecord.js';
import type { Summary } from '../summarise.js';
import { printNumber, sayIn } from '../words.js';
import { type Bar, barChart } from './barChart.js';
import type { Drawing } from './Drawing.js';

/** Bars that one picture holds and still can be read. */
const mostBars = 40;
/** Rules of the picture that shows what is asked most. */
const mostRules = 15;
/** Points that one bar of the distribution holds. */
const binWidth = 5;

/** The pictures of a round: points in question, how claims spread, which rules asked most. Empty ones are left out. */
export function roundCharts(record: RoundRecord, summaries: readonly Summary[]): readonly Drawing[] {
  return [leagueTable(record, summaries), distribution(record, summaries), rulesAsked(record, summaries)].flatMap(
    (chart) => chart ?? [],
  );
}

function leagueTable({ language }: RoundRecord, summaries: readonly Summary[]): Drawing | null {
  const say = sayIn(language);
  const claims = summaries.filter(({ claimed }) => claimed !== null).slice(0, mostBars);
  if (claims.length === 0) return null;
  return barChart({
    title: say('Điểm tự chấm và phần điểm có câu hỏi', 'Points claimed, and those in question'),
    subtitle: say(
      `Phần đậm: điểm có phát hiện cần đối chiếu; cả thanh: tổng điểm tự chấm${atMost(claims, summaries, ' đơn vị đầu')}`,
      `Dark: points that a finding asks about; whole bar: the stated total${atMost(claims, summaries, ' first agencies')}`,
    ),
    full: 100,
    bars: claims.map(({ agency, file, claimed, atStake }): Bar => {
      const total = claimed ?? 0;
      const marked = Math.min(atStake, total);
      return {
        label: agency ?? file,
        value: total,
        marked,
        note: `${printNumber(marked, language)} / ${printNumber(total, language)}`,
      };
    }),
  });
}

function distribution({ language }: RoundRecord, summaries: readonly Summary[]): Drawing | null {
  const say = sayIn(language);
  const totals = summaries.flatMap(({ claimed }) => claimed ?? []);
  if (totals.length === 0) return null;
  const bins = new Map<number, number>();
  for (const total of totals) {
    const bin = Math.floor(total / binWidth) * binWidth;
    bins.set(bin, (bins.get(bin) ?? 0) + 1);
  }
  const [lowest, highest] = [Math.min(...bins.keys()), Math.max(...bins.keys())];
  const steps = Array.from({ length: (highest - lowest) / binWidth + 1 }, (_, index) => highest - index * binWidth);
  return barChart({
    title: say('Phân bố tổng điểm tự chấm', 'How the stated totals spread'),
    subtitle: say(`Số báo cáo theo từng khoảng ${binWidth} điểm`, `Reports in each span of ${binWidth} points`),
    bars: steps.slice(0, mostBars).map((from): Bar => {
      const value = bins.get(from) ?? 0;
      const label = say(`từ ${from} đến dưới ${from + binWidth} điểm`, `${from} to below ${from + binWidth} points`);
      return { label, value, note: `${value} ${say('báo cáo', 'reports')}` };
    }),
  });
}

function rulesAsked(record: RoundRecord, summaries: readonly Summary[]): Drawing | null {
  const say = sayIn(record.language);
  const counts = new Map<string, number>();
  for (const { rules } of summaries) {
    for (const [rule, count] of rules) counts.set(rule, (counts.get(rule) ?? 0) + count);
  }
  for (const { rule, outcome } of record.batch.flags) {
    if (outcome === 'fail') counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  if (counts.size === 0) return null;
  const most = [...counts].sort((left, right) => right[1] - left[1]).slice(0, mostRules);
  return barChart({
    title: say('Những điều cần hỏi nhiều nhất', 'What is asked most'),
    subtitle: say(
      'Số phát hiện theo quy tắc, trong cả đợt, kể cả khi đối chiếu giữa các đơn vị',
      'Findings by rule, over the whole round, between agencies too',
    ),
    bars: most.map(([rule, value]): Bar => {
      return { label: ruleTitle(record, rule), value, note: String(value) };
    }),
  });
}

function atMost(shown: readonly Summary[], all: readonly Summary[], called: string): string {
  return shown.length < all.length ? ` (${shown.length}${called})` : '';
}
