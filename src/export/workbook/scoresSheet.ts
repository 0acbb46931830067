import type { RoundRecord } from '../RoundRecord.js';
import type { Summary } from '../summarise.js';
import { sayIn } from '../words.js';
import { askedFill, boldFont, sumFill, sumFont } from './look.js';
import type { CellValue, Column, Sheet } from './writeSheet.js';

/** One agency's claims, or a line about all: the maxima and the averages. */
type Line = { readonly summary: Summary } | { readonly name: string; readonly scores: ReadonlyMap<string, number> };

/** Claims of every agency for every criterion; those that an error or warning asks about stand out. */
export function scoresSheet({ criteria, language }: RoundRecord, summaries: readonly Summary[]): Sheet<Line> {
  const say = sayIn(language);
  const read = summaries.filter(({ status }) => status !== 'failed');
  const claimed = new Set(read.flatMap(({ scores }) => [...scores.keys()]));
  const ids = orderOf(claimed, criteria);
  const scoreColumns = [...ids, 'total'].map((id): Column<Line> => {
    return { head: id === 'total' ? say('Tổng', 'Total') : id, width: 9, style: 'points', value: claimOf(id) };
  });
  const idOf = new Map(scoreColumns.map((column, index) => [column, ids[index] ?? 'total']));
  const lines: readonly Line[] = [
    { name: say('Điểm tối đa', 'Maximum'), scores: maxima(ids, criteria, read) },
    ...read.map((summary) => ({ summary })),
    { name: say('Bình quân', 'Average'), scores: averages([...ids, 'total'], read) },
  ];
  return {
    name: say('Điểm', 'Scores'),
    title: say('ĐIỂM TỰ CHẤM THEO TIÊU CHÍ', 'POINTS CLAIMED BY CRITERION'),
    notes: [
      say(
        'Ô tô đậm, chữ đậm: điểm có câu hỏi cần đối chiếu. Ô trống: không thấy ghi điểm của tiêu chí trong báo cáo.',
        'Bold on a dark ground: a claim that is asked about. Empty: no points for the criterion were seen in the report.',
      ),
    ],
    footnotes: legendOf(ids, criteria),
    columns: [
      {
        head: say('Cơ quan, đơn vị', 'Agency'),
        width: 36,
        style: 'text',
        value: (line) => ('summary' in line ? (line.summary.agency ?? line.summary.file) : line.name),
      },
      ...scoreColumns,
    ],
    rows: lines,
    frozenColumns: 1,
    emphasis: (line, column) => {
      if (!('summary' in line)) return { font: sumFont, fill: sumFill };
      return line.summary.asked.has(idOf.get(column) ?? '') ? { font: boldFont, fill: askedFill } : undefined;
    },
  };
}

function claimOf(id: string): (line: Line) => CellValue {
  return (line) => ('summary' in line ? (line.summary.scores.get(id)?.claimed ?? null) : (line.scores.get(id) ?? null));
}

/** The rubric's order; criteria that it does not know stand behind it. */
function orderOf(claimed: ReadonlySet<string>, criteria: RoundRecord['criteria']): readonly string[] {
  const known = criteria.map(({ id }) => id).filter((id) => claimed.has(id));
  const others = [...claimed].filter((id) => id !== 'total' && !known.includes(id));
  return [...known, ...others.sort((left, right) => left.localeCompare(right, 'vi', { numeric: true }))];
}

/** The rubric's maximum, else the one printed most often. */
function maxima(ids: readonly string[], criteria: RoundRecord['criteria'], read: readonly Summary[]) {
  const known = new Map(criteria.flatMap(({ id, max }) => (max === null ? [] : [[id, max] as const])));
  return new Map(
    [...ids, 'total'].flatMap((id) => {
      const max = known.get(id) ?? mostFrequent(read.flatMap(({ scores }) => scores.get(id)?.max ?? []));
      return max === undefined ? [] : [[id, max] as const];
    }),
  );
}

function averages(ids: readonly string[], read: readonly Summary[]): ReadonlyMap<string, number> {
  return new Map(
    ids.flatMap((id) => {
      const claims = read.flatMap(({ scores }) => scores.get(id)?.claimed ?? []);
      const sum = claims.reduce((total, claim) => total + claim, 0);
      return claims.length === 0 ? [] : [[id, Math.round((sum / claims.length) * 100) / 100] as const];
    }),
  );
}

function mostFrequent(values: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((left, right) => right[1] - left[1])[0]?.[0];
}

function legendOf(ids: readonly string[], criteria: RoundRecord['criteria']): readonly string[] {
  return criteria.filter(({ id }) => ids.includes(id)).map(({ id, name }) => `${id}: ${name}`);
}
