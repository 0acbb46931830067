/**
 * Which code and data (`StageKeys.line`) a filing was read by: what is older than today's can be read again. Those of before
 * are older. Thousands of files are dropped at once, and each is looked for by its mark and as a copy of another.
 */
export const linesOfFilings = /* sql */ `
  ALTER TABLE soat.filing ADD COLUMN line text;
  CREATE INDEX filing_by_mark ON soat.filing (mark) WHERE mark IS NOT NULL;
  CREATE INDEX filing_by_duplicate ON soat.filing (duplicate_of) WHERE duplicate_of IS NOT NULL;
`;
