/** A copy of a document belongs to the document's agency, so that it is limited to the same reviewers. */
export const copiesOfAgencies = /* sql */ `
  UPDATE soat.filing SET agency = first.agency FROM soat.filing first WHERE first.id = filing.duplicate_of;
`;
