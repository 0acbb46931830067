import { z } from 'zod';
import { failureSchema, flagSchema, quotationSchema } from './document.js';
import { flagChangesSchema } from './flagChanges.js';

const count = z.int().nonnegative();

/** `soat.batch/v1`: what one round over several reports found. */
export const batchSchema = z.strictObject({
  schema: z.literal('soat.batch/v1'),
  pipeline: z.string(),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime(),
  counts: z.strictObject({ complete: count, partial: count, failed: count, duplicate: count }),
  agencies: z.array(
    z.strictObject({
      name: z.string().nullable(),
      abbreviation: z.string().nullable(),
      status: z.enum(['submitted', 'missing', 'double', 'other-year']),
      report: z.string().nullable(),
      attachments: z.array(z.string()),
      /** The stated total; null where none was found. */
      claimed: z.number().nullable(),
      /** Of the list of agencies. */
      kind: z.string().nullable(),
      /** On the list of agencies; false too where there is none. */
      listed: z.boolean(),
      /** Dated after the time for filing. */
      late: z.boolean(),
      /** Files that may be this agency's: somebody has to say. */
      doubtful: z.array(z.string()),
      flags: z.strictObject({ error: count, warning: count, info: count }),
      /** Flags since the last run over this report in the same data folder; absent where there was none. */
      changes: flagChangesSchema.optional(),
    }),
  ),
  /** Findings that compare agencies; each quotation names the file that it stands in. */
  flags: z.array(
    flagSchema.extend({
      agency: z.string(),
      with: z.string().nullable(),
      /** The report that is asked about; null where there is none. */
      file: z.string().nullable(),
      evidence: z.array(quotationSchema.extend({ file: z.string() })),
    }),
  ),
  /** Claims that errors and warnings ask about, in the order in which to look at them. */
  lookFirst: z.array(
    z.strictObject({
      agency: z.string().nullable(),
      file: z.string(),
      criterion: z.string(),
      /** Claimed points in question. */
      points: z.number(),
      /** Documents and counted results that the report names for them; null where that is not known. */
      evidence: count.nullable(),
      severity: z.enum(['error', 'warning', 'info']),
      rules: z.array(z.string()),
      /** Why it stands in its place. */
      why: z.strictObject({ vi: z.string(), en: z.string() }),
    }),
  ),
  failures: z.array(z.strictObject({ file: z.string(), ...failureSchema.omit({ page: true }).shape })),
});

export type SoatBatch = z.infer<typeof batchSchema>;
export type LookFirst = SoatBatch['lookFirst'][number];
export type BatchFlag = SoatBatch['flags'][number];
