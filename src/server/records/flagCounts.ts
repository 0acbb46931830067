/** Columns that count rows of `soat.flag` named `flag`. */
export const flagCountColumns = `
  count(*) FILTER (WHERE flag.outcome = 'fail' AND flag.severity = 'error')::int AS error,
  count(*) FILTER (WHERE flag.outcome = 'fail' AND flag.severity = 'warning')::int AS warning,
  count(*) FILTER (WHERE flag.outcome = 'fail' AND flag.severity = 'info')::int AS info,
  count(*) FILTER (WHERE flag.outcome = 'cannot-judge')::int AS cannot_judge,
  count(*) FILTER (WHERE flag.review = 'open')::int AS open`;

export interface FlagCountRow {
  readonly error: number | null;
  readonly warning: number | null;
  readonly info: number | null;
  readonly cannot_judge: number | null;
  readonly open: number | null;
}

/** Null counts are those of a left join that found no flag. */
export function flagCountsOf({ error, warning, info, cannot_judge, open }: FlagCountRow) {
  return { error: error ?? 0, warning: warning ?? 0, info: info ?? 0, cannotJudge: cannot_judge ?? 0, open: open ?? 0 };
}
