/** All that a list of agencies tells of each, in its order: superiors, other names and files say whose a report is. */
export const listedAgencies = /* sql */ `
  ALTER TABLE soat.expected_agency
    ADD COLUMN place integer NOT NULL DEFAULT 0,
    ADD COLUMN superior text,
    ADD COLUMN other_names text[] NOT NULL DEFAULT '{}',
    ADD COLUMN files text[] NOT NULL DEFAULT '{}';
`;
