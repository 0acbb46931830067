/**
 * `document` tells what is owed and what became of it. It is keyed by content and pipeline: under how many names or in
 * how many rounds a content was handed in is told elsewhere. Pipeline '' is the choice by the report's year.
 */
export const queuedDocuments = /* sql */ `
  CREATE TABLE soat.document (
    sha256    text NOT NULL REFERENCES soat.original,
    pipeline  text NOT NULL,
    status    text NOT NULL DEFAULT 'queued' CHECK (status IN ('queued', 'complete', 'partial', 'failed')),
    priority  integer NOT NULL,
    queued_at timestamptz NOT NULL DEFAULT now(),
    ended_at  timestamptz,
    PRIMARY KEY (sha256, pipeline),
    CHECK ((status = 'queued') = (ended_at IS NULL))
  );
  CREATE INDEX document_owed ON soat.document (queued_at, sha256, pipeline) WHERE status = 'queued';
`;
