import { z } from 'zod';

const calendarDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** What one paper of a file says of itself: letterhead, title and signature. Null where not seen; see `unread`. */
export const paperSchema = z.strictObject({
  /** As the title line or a letter's subject line tells it: `Kế hoạch`, `Công văn`. */
  type: z.string().nullable(),
  number: z.string().nullable(),
  date: calendarDate.nullable(),
  /** The summary without the type: `Phòng, chống tham nhũng năm 2023`. */
  title: z.string().nullable(),
  agency: z.string().nullable(),
  signer: z.strictObject({ role: z.string(), name: z.string() }).nullable(),
  /** Parts that are there but could not be read, a number written by hand for one. */
  unread: z.array(z.enum(['number', 'date', 'signer'])),
  pages: z.tuple([z.int().positive(), z.int().positive()]),
  /** Whether its first page was read by OCR: a letterhead may then be there and not read. */
  scanned: z.boolean(),
  /** Number, date and title word for word as the first page prints them. */
  printed: z.strictObject({ number: z.string().nullable(), date: z.string().nullable(), title: z.string().nullable() }),
});

/** Words of an attachment; `file` is null for a paper behind the report in its own file. */
export const attachedQuotationSchema = z.strictObject({
  file: z.string().nullable(),
  page: z.int().positive(),
  text: z.string(),
});

/** What became of a document that the report cites as evidence of its own work. */
export const submittedDocumentSchema = z.strictObject({
  /** The canonical number, as in the subject of findings. */
  document: z.string(),
  result: z.enum(['submitted', 'differs', 'not-submitted', 'cannot-tell']),
  /** Where it was found; null in the report's own file, and where it was not found (`pages` is null then). */
  file: z.string().nullable(),
  pages: z.tuple([z.int().positive(), z.int().positive()]).nullable(),
  differences: z.array(z.enum(['number', 'date', 'title', 'issuer', 'signer'])),
});

export type AttachedQuotation = z.infer<typeof attachedQuotationSchema>;
export type SubmittedDocument = z.infer<typeof submittedDocumentSchema>;
export type Difference = SubmittedDocument['differences'][number];
export type Paper = z.infer<typeof paperSchema>;

/** What stands beside the cited documents of a report: a file handed in with it, or papers behind it in its own file. */
export interface Attachment {
  /** Null for papers in the report's own file. */
  readonly file: string | null;
  /** Every page was read. Else a document that is not found may still be in it. */
  readonly complete: boolean;
  readonly papers: readonly Paper[];
  /** Rubric ids, and `total`, that it gives points to: the report may go on in it. */
  readonly claims: readonly string[];
}
