import type { SoatDocument } from '../model/document.js';
import type { SoatError } from '../model/errors.js';
import { softwareVersion } from './softwareVersion.js';

/** What is known of a file before it is read. */
export interface Source {
  readonly relativeName: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** The document of a file that could not be read at all: its reason and nothing else. */
export function failedDocument(source: Source, error: SoatError, pipeline = ''): SoatDocument {
  return {
    schema: 'soat.document/v1',
    version: softwareVersion,
    pipeline,
    role: 'report',
    notes: [],
    source: { file: source.relativeName, sha256: source.sha256, bytes: source.bytes, pages: 0 },
    status: 'failed',
    errors: [{ code: error.code, message: error.explanation.vi, retryable: error.retryable }],
    report: {
      agency: null,
      number: null,
      date: null,
      year: null,
      title: null,
      place: null,
      signer: null,
      signatures: [],
      unread: [],
    },
    pages: [],
    sections: [],
    citations: [],
    scores: [],
    papers: [],
    submitted: [],
    flags: [],
    checks: [],
  };
}
