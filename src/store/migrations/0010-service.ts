/**
 * What the service knows: who works with it, what was handed in, and what people decided. A `filing` is one file handed
 * in to a round. A `report` is what an agency owes for a year; its filings are versions of it, and decisions belong to it
 * and a flag's fingerprint, so that they survive a new reading and a new version. `flag` and `score` are made from
 * `filing_result` and can be made again;
 * `decision`, `suggestion` and `correction` are only ever added to.
 */
export const service = /* sql */ `
  CREATE TABLE soat.person (
    id         integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    username   text NOT NULL UNIQUE,
    name       text NOT NULL,
    role       text NOT NULL CHECK (role IN ('viewer', 'reviewer', 'administrator')),
    password   text NOT NULL,
    disabled   boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL DEFAULT now()
  );

  CREATE TABLE soat.session (
    hash       text PRIMARY KEY,
    person     integer NOT NULL REFERENCES soat.person ON DELETE CASCADE,
    csrf       text NOT NULL,
    expires_at timestamptz NOT NULL
  );

  CREATE TABLE soat.token (
    id           integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    hash         text NOT NULL UNIQUE,
    name         text NOT NULL,
    scopes       text[] NOT NULL,
    person       integer NOT NULL REFERENCES soat.person ON DELETE CASCADE,
    created_at   timestamptz NOT NULL DEFAULT now(),
    expires_at   timestamptz,
    last_used_at timestamptz
  );

  CREATE TABLE soat.round (
    id            integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name          text NOT NULL,
    pipeline      text,
    current       boolean NOT NULL DEFAULT false,
    second_review boolean NOT NULL DEFAULT false,
    severities    json NOT NULL DEFAULT '{}',
    created_at    timestamptz NOT NULL DEFAULT now(),
    cancelled_at  timestamptz
  );
  CREATE UNIQUE INDEX round_current ON soat.round (current) WHERE current;

  CREATE TABLE soat.agency (
    id           integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    key          text NOT NULL UNIQUE,
    name         text NOT NULL,
    abbreviation text,
    kind         text
  );
  CREATE TABLE soat.agency_reviewer (
    agency integer NOT NULL REFERENCES soat.agency ON DELETE CASCADE,
    person integer NOT NULL REFERENCES soat.person ON DELETE CASCADE,
    PRIMARY KEY (agency, person)
  );
  CREATE TABLE soat.expected_agency (
    round  integer NOT NULL REFERENCES soat.round ON DELETE CASCADE,
    agency integer NOT NULL REFERENCES soat.agency ON DELETE CASCADE,
    PRIMARY KEY (round, agency)
  );

  CREATE TABLE soat.report (
    id     integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    round  integer NOT NULL REFERENCES soat.round ON DELETE CASCADE,
    agency integer REFERENCES soat.agency,
    year   integer
  );
  CREATE UNIQUE INDEX report_of_agency ON soat.report (round, agency, year);

  CREATE TABLE soat.filing (
    id               integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    round            integer NOT NULL REFERENCES soat.round ON DELETE CASCADE,
    report           integer REFERENCES soat.report,
    sha256           text REFERENCES soat.original,
    bytes            bigint NOT NULL,
    file             text NOT NULL,
    submission       text,
    mark             text,
    state            text NOT NULL CHECK (state IN ('waiting', 'reading', 'complete', 'partial', 'failed', 'cancelled')),
    kind             text CHECK (kind IN ('report', 'attachment')),
    agency           integer REFERENCES soat.agency,
    number           text,
    date             text,
    year             integer,
    title            text,
    claimed          double precision,
    points_at_stake  double precision NOT NULL DEFAULT 0,
    pages            integer,
    pages_done       integer NOT NULL DEFAULT 0,
    version          integer NOT NULL DEFAULT 1,
    newest           boolean NOT NULL DEFAULT true,
    duplicate_of     integer REFERENCES soat.filing,
    handed_in_at     timestamptz NOT NULL DEFAULT now(),
    handed_in_by     text NOT NULL,
    errors           json NOT NULL DEFAULT '[]',
    notes            text[] NOT NULL DEFAULT '{}',
    pipeline         text,
    software_version text,
    folded           text NOT NULL
  );
  CREATE INDEX filing_by_round ON soat.filing (round, newest, handed_in_at DESC, id);
  CREATE INDEX filing_by_state ON soat.filing (state) WHERE state IN ('waiting', 'reading');
  CREATE INDEX filing_by_sha256 ON soat.filing (sha256, round);
  CREATE INDEX filing_by_report ON soat.filing (report, version DESC);
  CREATE INDEX filing_by_agency ON soat.filing (agency, round);

  CREATE TABLE soat.filing_result (
    filing   integer PRIMARY KEY REFERENCES soat.filing ON DELETE CASCADE,
    result   json NOT NULL,
    made_at  timestamptz NOT NULL DEFAULT now()
  );

  CREATE TABLE soat.score (
    filing    integer NOT NULL REFERENCES soat.filing ON DELETE CASCADE,
    criterion text NOT NULL,
    claimed   double precision NOT NULL,
    maximum   double precision,
    page      integer NOT NULL,
    PRIMARY KEY (filing, criterion)
  );

  CREATE TABLE soat.flag (
    id                 integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    round              integer NOT NULL REFERENCES soat.round ON DELETE CASCADE,
    filing             integer REFERENCES soat.filing ON DELETE CASCADE,
    report             integer REFERENCES soat.report,
    agency             integer REFERENCES soat.agency,
    newest             boolean NOT NULL,
    fingerprint        text NOT NULL,
    rule               text NOT NULL,
    severity           text NOT NULL,
    catalogue_severity text NOT NULL,
    gravity            integer GENERATED ALWAYS AS
      (CASE severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END) STORED,
    outcome            text NOT NULL,
    criterion          text,
    points             double precision,
    place              integer NOT NULL,
    change             text CHECK (change IN ('new', 'same')),
    review             text NOT NULL DEFAULT 'open',
    content            json NOT NULL,
    folded             text NOT NULL,
    UNIQUE (filing, fingerprint)
  );
  CREATE INDEX flag_by_gravity ON soat.flag (round, newest, gravity, id);
  CREATE INDEX flag_by_report ON soat.flag (report, fingerprint);
  CREATE INDEX flag_by_rule ON soat.flag (rule, round);
  CREATE INDEX flag_by_agency ON soat.flag (agency, round);

  CREATE TABLE soat.decision (
    id               integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    report           integer NOT NULL REFERENCES soat.report,
    fingerprint      text NOT NULL,
    person           integer NOT NULL REFERENCES soat.person,
    action           text NOT NULL CHECK (action IN ('accept', 'dismiss', 'unsure', 'undo')),
    undoes           integer UNIQUE REFERENCES soat.decision,
    from_state       text NOT NULL,
    to_state         text NOT NULL,
    reason           text,
    note             text NOT NULL,
    bulk             uuid,
    software_version text NOT NULL,
    at               timestamptz NOT NULL DEFAULT now(),
    CHECK ((action = 'undo') = (undoes IS NOT NULL))
  );
  CREATE INDEX decision_by_flag ON soat.decision (report, fingerprint, id);
  CREATE INDEX decision_by_bulk ON soat.decision (bulk) WHERE bulk IS NOT NULL;

  CREATE TABLE soat.suggestion (
    id        integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    report    integer NOT NULL REFERENCES soat.report,
    criterion text NOT NULL,
    points    double precision,
    reason    text NOT NULL,
    person    integer NOT NULL REFERENCES soat.person,
    at        timestamptz NOT NULL DEFAULT now()
  );
  CREATE INDEX suggestion_by_report ON soat.suggestion (report, criterion, id DESC);

  CREATE TABLE soat.correction (
    id        integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    filing    integer NOT NULL REFERENCES soat.filing ON DELETE CASCADE,
    page      integer NOT NULL,
    box       json NOT NULL,
    read      text NOT NULL,
    corrected text NOT NULL,
    note      text NOT NULL,
    person    integer NOT NULL REFERENCES soat.person,
    at        timestamptz NOT NULL DEFAULT now(),
    applied   boolean NOT NULL DEFAULT true,
    undone_at timestamptz
  );
  CREATE INDEX correction_by_filing ON soat.correction (filing, id);

  CREATE TABLE soat.webhook (
    id          integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    url         text NOT NULL,
    events      text[] NOT NULL,
    secret      text NOT NULL,
    enabled     boolean NOT NULL DEFAULT true,
    created_at  timestamptz NOT NULL DEFAULT now(),
    last_status integer,
    last_at     timestamptz
  );
  CREATE TABLE soat.delivery (
    id       uuid PRIMARY KEY,
    webhook  integer NOT NULL REFERENCES soat.webhook ON DELETE CASCADE,
    body     text NOT NULL,
    attempts integer NOT NULL DEFAULT 0,
    next_at  timestamptz NOT NULL DEFAULT now()
  );
  CREATE INDEX delivery_due ON soat.delivery (next_at);

  CREATE INDEX stage_result_by_time ON soat.stage_result (stage, made_at);
`;
