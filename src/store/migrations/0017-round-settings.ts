/**
 * What a round sets otherwise than its pipeline, and who set it: `configuration` is the reference (model/pipelineReference)
 * by which its documents are owed and read. `placement` is what people say of files whose agency is not clear, by the name
 * under which they were handed in, so that it outlives readings and versions; the last word counts. `placed` is the agency
 * of the round's list that a filing is of, where it is told otherwise than by its letterhead. The list's own abbreviation
 * of an agency tells whose a file is; what was read from numbers of that very file would prove itself.
 */
export const roundSettings = /* sql */ `
  ALTER TABLE soat.round ADD COLUMN thresholds json NOT NULL DEFAULT '{}', ADD COLUMN configuration text;
  UPDATE soat.round SET configuration = pipeline;
  CREATE TABLE soat.round_change (
    id      integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    round   integer NOT NULL REFERENCES soat.round ON DELETE CASCADE,
    setting text NOT NULL,
    before  text,
    after   text,
    person  integer NOT NULL REFERENCES soat.person,
    at      timestamptz NOT NULL DEFAULT now()
  );
  CREATE INDEX round_change_by_round ON soat.round_change (round, id);

  ALTER TABLE soat.expected_agency ADD COLUMN abbreviation text;

  CREATE TABLE soat.placement (
    id      integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    round   integer NOT NULL REFERENCES soat.round ON DELETE CASCADE,
    file    text NOT NULL,
    agency  integer NOT NULL REFERENCES soat.agency,
    verdict text NOT NULL CHECK (verdict IN ('confirm', 'refuse', 'undo')),
    person  integer NOT NULL REFERENCES soat.person,
    at      timestamptz NOT NULL DEFAULT now()
  );
  CREATE INDEX placement_by_file ON soat.placement (round, file, agency, id);
  ALTER TABLE soat.filing ADD COLUMN placed integer REFERENCES soat.agency;
`;
