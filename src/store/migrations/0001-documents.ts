/**
 * `stage_result` is the page cache and the truth of what is done: a row is looked up by everything that its result
 * depends on, so nothing is ever read twice and nothing stale is ever used. Page 0 is the document as a whole.
 * `json`, not `jsonb`: text layers hold NUL and lone surrogates, which jsonb refuses, and the order of keys is kept.
 */
export const documents = /* sql */ `
  CREATE TABLE soat.original (
    sha256      text PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    bytes       bigint NOT NULL,
    stored_at   timestamptz NOT NULL DEFAULT now()
  );

  CREATE TABLE soat.stage_result (
    sha256       text NOT NULL REFERENCES soat.original,
    stage        text NOT NULL,
    page         integer NOT NULL CHECK (page >= 0),
    version      text NOT NULL,
    dependencies text NOT NULL,
    result       json,
    error        text,
    detail       text,
    made_at      timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (sha256, stage, page, version, dependencies),
    CHECK ((result IS NULL) <> (error IS NULL))
  );

  CREATE TABLE soat.run (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    pipeline    text,
    started_at  timestamptz NOT NULL DEFAULT now(),
    finished_at timestamptz
  );

  CREATE TABLE soat.run_input (
    run    bigint NOT NULL REFERENCES soat.run ON DELETE CASCADE,
    place  integer NOT NULL,
    path   text NOT NULL,
    file   text NOT NULL,
    sha256 text REFERENCES soat.original,
    status text NOT NULL CHECK (status IN ('pending', 'complete', 'partial', 'failed')),
    PRIMARY KEY (run, place)
  );
  CREATE INDEX run_input_by_sha256 ON soat.run_input (sha256);
`;
