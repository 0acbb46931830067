/**
 * What a run reported of each file, so that the next one can tell what is new and what is gone. `report` names the
 * agency and year of a report: it is known again when it comes under another name.
 */
export const flagsOfRuns = /* sql */ `
  ALTER TABLE soat.run_input ADD COLUMN report text, ADD COLUMN flags json;
  CREATE INDEX run_input_by_path ON soat.run_input (path, run) WHERE flags IS NOT NULL;
  CREATE INDEX run_input_by_report ON soat.run_input (report, run) WHERE flags IS NOT NULL;
`;
