import { z } from 'zod';
import type { Vocabulary } from './vocabulary/index.js';

const bilingual = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) });
const calendarDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a date is written YYYY-MM-DD');

/** How the year's guidance scores "nothing was found": see docs/glossary.md. */
const absenceTreatments = ['zero', 'not-applicable', 'full-if-inspected', 'unknown'] as const;
export type AbsenceTreatment = (typeof absenceTreatments)[number];

const criterionFields = {
  id: z.string().regex(/^[A-ZĐ](\.[0-9]+)*$/, 'a rubric id is a capital letter and numbers: A, B.1, C.2.3'),
  name: z.string().min(1),
  /** Other wordings of the name that reports use for a heading. */
  aliases: z.array(z.string().min(1)).default([]),
  /** Points; null where the source does not give them. */
  max: z.number().nonnegative().nullable(),
  /** Inherited from the parent where absent. */
  absence: z.enum(absenceTreatments).optional(),
  /** Documents that can show the criterion was met. */
  evidence: z.array(z.string().min(1)).default([]),
};

/** A node of the rubric. */
export interface Criterion extends z.infer<typeof criterionFieldsSchema> {
  readonly children: readonly Criterion[];
}

const criterionFieldsSchema = z.strictObject(criterionFields);
const criterionSchema: z.ZodType<Criterion> = criterionFieldsSchema.extend({
  children: z.array(z.lazy((): z.ZodType<Criterion> => criterionSchema)).default([]),
});

/** How reports of a round are compared; a pipeline file of one's own may leave all of it out. */
const roundThresholdsSchema = z
  .strictObject({
    /** Share of the shorter text's own word triples above which two texts are one copied from the other (0 to 1). */
    copiedSimilarity: z.number().min(0).max(1).default(0.5),
    /** Word triples in common below which nothing is said to be copied. */
    copiedTriples: z.int().positive().default(12),
    /** Wording that more agencies than this share is handed down to them, not copied: a share of all, within bounds. */
    commonWording: z
      .strictObject({ share: z.number().min(0).max(1), least: z.int().positive(), most: z.int().positive() })
      .default({ share: 0.2, least: 5, most: 50 }),
    /** Agencies that must agree on a date before another one differs from it. */
    dateWitnesses: z.int().positive().default(3),
    /** Peers an agency needs before it can be far from them. */
    fewestPeers: z.int().positive().default(6),
    /** Share of a criterion's points by which a claim must lie above its peers', or above last year's, to be asked about. */
    outlierGap: z.number().min(0).max(1).default(0.15),
    jump: z.number().min(0).max(1).default(0.25),
  })
  .prefault({});

export const pipelineSchema = z.strictObject({
  schema: z.literal('soat.pipeline/v1'),
  name: z.string().regex(/^[a-z0-9-]+$/),
  /** The year that reports of this pipeline report on. */
  year: z.int().min(2000).max(2100),
  title: bilingual,
  period: z.strictObject({
    from: calendarDate,
    to: calendarDate,
    /** Days after `to` within which reports are filed. */
    filingDays: z.int().nonnegative(),
    source: z.string(),
  }),
  rubric: z.strictObject({
    name: z.string(),
    decision: z.string().nullable(),
    total: z.number().positive(),
    source: z.array(z.string()),
    criteria: z.array(criterionSchema).min(1),
  }),
  requiredParts: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[IVX]+$/),
        name: bilingual,
        /** Wordings by which a heading is known to open this part. */
        headings: z.array(z.string().min(1)).min(1),
        /** Words of headings that may be this part under a name that is not listed: its absence is then not claimed. */
        near: z.array(z.string().min(1)).default([]),
      }),
    )
    .min(1),
  thresholds: z.strictObject({
    /** A word read with less is doubtful (0 to 1). */
    doubtfulConfidence: z.number().min(0).max(1),
    /** Share of shared word shingles above which two paragraphs are the same (0 to 1). */
    boilerplateSimilarity: z.number().min(0).max(1),
    /** Other documents an issuer needs in one rising series before its symbols count as one register. */
    sharedRegisterDocuments: z.int().positive(),
    round: roundThresholdsSchema,
  }),
  /** Severities that differ from the catalogue's, by rule id. */
  severities: z.record(z.string(), z.enum(['error', 'warning', 'info'])).default({}),
  /** Files of known documents, relative to the pipeline file. */
  registers: z.array(z.string()).default([]),
});

/** A pipeline file as validated. */
export type PipelineFile = z.infer<typeof pipelineSchema>;

/** A pipeline ready for use: the file, its vocabulary, and whether its rubric fits the report's year. */
export interface Pipeline extends PipelineFile {
  readonly vocabulary: Vocabulary;
  /** False where no pipeline exists for the report's year and the nearest earlier one stands in. */
  readonly rubricFits: boolean;
}

const flattened = new WeakMap<readonly Criterion[], readonly Criterion[]>();

/** Every node of the rubric, parents before children. */
export function criteriaOf({ rubric }: Pick<PipelineFile, 'rubric'>): readonly Criterion[] {
  const flatten = (nodes: readonly Criterion[]): readonly Criterion[] =>
    nodes.flatMap((node) => [node, ...flatten(node.children)]);
  const criteria = flattened.get(rubric.criteria) ?? flatten(rubric.criteria);
  flattened.set(rubric.criteria, criteria);
  return criteria;
}

/** Ids of the ancestors of a rubric id, nearest first: `B.1.2` → `B.1`, `B`. */
export function ancestorsOf(id: string): readonly string[] {
  const parts = id.split('.');
  return parts.slice(1).map((_, index) => parts.slice(0, parts.length - 1 - index).join('.'));
}

/** The treatment of an absence for a node: its own, else its nearest ancestor's, else `unknown`. */
export function absenceTreatmentOf(pipeline: Pick<PipelineFile, 'rubric'>, id: string): AbsenceTreatment {
  const byId = new Map(criteriaOf(pipeline).map((node) => [node.id, node]));
  for (const candidate of [id, ...ancestorsOf(id)]) {
    const treatment = byId.get(candidate)?.absence;
    if (treatment !== undefined) return treatment;
  }
  return 'unknown';
}
