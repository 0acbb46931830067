import { z } from 'zod';
import { type ErrorCode, errorKinds } from './errors.js';
import { unseenKinds } from './page.js';
import { attachedQuotationSchema, paperSchema, submittedDocumentSchema } from './paper.js';

/**
 * The files that other tools read: `soat.document/v1` and `soat.batch/v1`.
 * Defined once, here; the JSON Schema of docs/ is published from these.
 */
const errorCode = z.enum(Object.keys(errorKinds) as [ErrorCode, ...ErrorCode[]]);
const fraction = z.number().min(0).max(1);
const calendarDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const severity = z.enum(['error', 'warning', 'info']);
const bilingual = z.strictObject({ vi: z.string(), en: z.string() });

const place = z.tuple([fraction, fraction, fraction, fraction]);
const pageBox = z.strictObject({ page: z.int().positive(), box: place });
export const quotationSchema = z.strictObject({ text: z.string(), page: z.int().positive(), boxes: z.array(pageBox) });
const signature = z.strictObject({
  signer: z.string(),
  organisation: z.string().nullable(),
  time: z.string().nullable(),
  coversWholeFile: z.boolean(),
});

export const failureSchema = z.strictObject({
  code: errorCode,
  page: z.int().positive().optional(),
  message: z.string(),
  retryable: z.boolean(),
});

export const flagSchema = z.strictObject({
  rule: z.string(),
  outcome: z.enum(['fail', 'cannot-judge']),
  severity,
  confidence: fraction,
  subject: z.string(),
  message: bilingual,
  reason: z.string().optional(),
  evidence: z.array(quotationSchema),
  /** What attachments print against it: word for word on a page of theirs, not of this document. */
  attached: z.array(attachedQuotationSchema).optional(),
  fingerprint: z.string(),
});

const checkSchema = z.strictObject({
  rule: z.string(),
  pass: z.int(),
  fail: z.int(),
  cannotJudge: z.int(),
  notApplicable: z.int(),
});

export const documentSchema = z.strictObject({
  schema: z.literal('soat.document/v1'),
  version: z.string(),
  pipeline: z.string(),
  /** An attachment is read and identified; the rules ask nothing of it. */
  role: z.enum(['report', 'attachment']),
  notes: z.array(z.enum(['no-rubric-for-year'])),
  source: z.strictObject({
    file: z.string(),
    sha256: z.string(),
    bytes: z.int().nonnegative(),
    pages: z.int().nonnegative(),
  }),
  status: z.enum(['complete', 'partial', 'failed']),
  errors: z.array(failureSchema),
  report: z.strictObject({
    agency: z.string().nullable(),
    number: z.string().nullable(),
    date: calendarDate.nullable(),
    year: z.int().nullable(),
    title: z.string().nullable(),
    place: z.string().nullable(),
    signer: z.strictObject({ role: z.string(), name: z.string() }).nullable(),
    signatures: z.array(signature),
    unread: z.array(z.enum(['number', 'date', 'signer'])),
  }),
  pages: z.array(
    z.strictObject({
      number: z.int().positive(),
      origin: z.enum(['text', 'ocr', 'blank', 'failed']),
      reason: z.string(),
      confidence: fraction,
      /** Share of the page's print that words cover. */
      coverage: fraction,
      rotation: z.number(),
      width: z.number(),
      height: z.number(),
      text: z.string(),
      /** The file's own text layer where it was not believed and the page was recognised instead. */
      setAside: z.string().optional(),
      /** Words of `text` whose accents were repaired by their neighbours, with what was recognised. */
      repairs: z.array(z.strictObject({ text: z.string(), printed: z.string(), box: place })),
      /** Numbers of `text` whose readings disagreed: the one chosen, and those that lost. */
      doubtful: z.array(
        z.strictObject({
          text: z.string(),
          confidence: fraction,
          box: place,
          alternatives: z.array(z.strictObject({ text: z.string(), confidence: fraction })),
        }),
      ),
      /** Ink that stayed unread, and content of a Word file that is not read (`kind`), each with its place. */
      unread: z.array(z.strictObject({ box: place, marks: z.int(), kind: z.enum(unseenKinds).optional() })),
    }),
  ),
  sections: z.array(
    z.strictObject({
      path: z.string(),
      marker: z.string(),
      level: z.int().positive(),
      title: z.string(),
      page: z.int().positive(),
      criterion: z.string().nullable(),
    }),
  ),
  citations: z.array(
    z.strictObject({
      kind: z.enum(['numbered', 'short', 'named']),
      text: z.string(),
      type: z.string().nullable(),
      number: z.string().nullable(),
      year: z.string().nullable(),
      symbol: z.string().nullable(),
      full: z.string().nullable(),
      date: calendarDate.nullable(),
      dateText: z.string().nullable(),
      issuer: z.string().nullable(),
      title: z.string().nullable(),
      refersTo: z.strictObject({ full: z.string(), date: calendarDate.nullable() }).nullable(),
      section: z.string().nullable(),
      page: z.int().positive(),
      boxes: z.array(pageBox),
      confidence: fraction,
      origin: z.enum(['text', 'ocr']),
    }),
  ),
  scores: z.array(
    z.strictObject({
      criterion: z.string(),
      claimed: z.number(),
      max: z.number().nullable(),
      text: z.string(),
      section: z.string().nullable(),
      page: z.int().positive(),
      boxes: z.array(pageBox),
      confidence: fraction,
    }),
  ),
  /** Covering letter, report and further papers of the file, in order. */
  papers: z.array(paperSchema),
  /** The report's documents of its own that it cites as evidence, beside what was handed in; empty without attachments. */
  submitted: z.array(submittedDocumentSchema),
  flags: z.array(flagSchema),
  checks: z.array(checkSchema),
});

export type SoatDocument = z.infer<typeof documentSchema>;
export type Flag = z.infer<typeof flagSchema>;
export type Check = z.infer<typeof checkSchema>;
export type Failure = z.infer<typeof failureSchema>;
