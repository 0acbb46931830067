import type { DigitalSignature, Identity } from '../model/facts.js';
import type { ExtractionInput } from './input.js';

/** Agency, number, date, year, title, place and signer of the report itself. */
export function extractIdentity(_input: ExtractionInput, signatures: readonly DigitalSignature[]): Identity {
  return {
    agency: null,
    abbreviation: null,
    number: null,
    numberSpan: null,
    date: null,
    dateSpan: null,
    year: null,
    title: null,
    place: null,
    signer: null,
    signerSpan: null,
    signatures,
    unread: [],
  };
}
