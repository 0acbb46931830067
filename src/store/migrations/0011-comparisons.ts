/**
 * What a round's reports say beside each other, by everything that it depends on: the reports' analyses, the list of
 * agencies, the code. The index finds an earlier year's analyses without opening each.
 */
export const comparisons = /* sql */ `
  CREATE TABLE soat.comparison (
    key     text PRIMARY KEY,
    result  json NOT NULL,
    made_at timestamptz NOT NULL DEFAULT now()
  );
  CREATE INDEX analysed_year ON soat.stage_result ((result #>> '{comparable,identity,year}')) WHERE stage = 'analyse';
`;
