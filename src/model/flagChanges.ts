import { z } from 'zod';
import type { Flag } from './document.js';

/** What is kept of a flag to know it again: never its message or quotation, which another reading may spell otherwise. */
export const flagTraceSchema = z.strictObject({
  fingerprint: z.string(),
  rule: z.string(),
  subject: z.string(),
  outcome: z.enum(['fail', 'cannot-judge']),
});

/** Flags of one report beside those of the run before. */
export const flagChangesSchema = z.strictObject({
  new: z.array(flagTraceSchema),
  unchanged: z.array(flagTraceSchema),
  gone: z.array(flagTraceSchema),
});

export type FlagTrace = z.infer<typeof flagTraceSchema>;
export type FlagChanges = z.infer<typeof flagChangesSchema>;

export function traceOf({ fingerprint, rule, subject, outcome }: Flag): FlagTrace {
  return { fingerprint, rule, subject, outcome };
}

/** A doubt that became a failure is the same flag; each side may hold a fingerprint once. */
export function compareFlags(earlier: readonly FlagTrace[], now: readonly FlagTrace[]): FlagChanges {
  const before = new Set(earlier.map(({ fingerprint }) => fingerprint));
  const after = new Set(now.map(({ fingerprint }) => fingerprint));
  return {
    new: now.filter(({ fingerprint }) => !before.has(fingerprint)),
    unchanged: now.filter(({ fingerprint }) => before.has(fingerprint)),
    gone: earlier.filter(({ fingerprint }) => !after.has(fingerprint)),
  };
}
