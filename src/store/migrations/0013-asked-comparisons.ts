/**
 * A comparison is asked for before a job makes it: what is to be compared, and why there is no result where it failed.
 * Rounds that were compared before are compared anew: their flags do not name the report that they ask about.
 */
export const askedComparisons = /* sql */ `
  ALTER TABLE soat.comparison
    ALTER COLUMN result DROP NOT NULL,
    ADD COLUMN request json,
    ADD COLUMN error   text,
    ADD COLUMN detail  text;

  DELETE FROM soat.round_comparison;
`;
