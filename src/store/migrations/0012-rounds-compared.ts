/**
 * What the newest reports of a round say beside each other, and when they were looked at: a report that was published
 * later is still to be compared. A flag without a filing is about a report that an agency owes.
 */
export const roundsCompared = /* sql */ `
  CREATE TABLE soat.round_comparison (
    round   integer PRIMARY KEY REFERENCES soat.round ON DELETE CASCADE,
    result  json NOT NULL,
    made_at timestamptz NOT NULL
  );
  ALTER TABLE soat.round ADD COLUMN list_changed_at timestamptz;
  CREATE UNIQUE INDEX flag_of_owed_report ON soat.flag (report, fingerprint) WHERE filing IS NULL;
`;
