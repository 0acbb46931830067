import type { Pipeline } from '../../model/pipeline.js';
import { loadPipeline, shippedPipelines } from '../../pipeline/loadPipeline.js';
import type { SqlPool } from '../../store/sql.js';

/** The pipeline that a round names, else the one that most of its reports used, else the latest. */
export async function pipelineOfRound(pool: SqlPool, round: number): Promise<Pipeline> {
  const { rows } = await pool.query<{ pipeline: string | null }>(
    `SELECT coalesce(round.pipeline, (SELECT mode() WITHIN GROUP (ORDER BY filing.pipeline) FROM soat.filing
       WHERE filing.round = round.id AND newest AND filing.pipeline <> '')) AS pipeline
     FROM soat.round WHERE id = $1`,
    [round],
  );
  return loadPipeline(rows[0]?.pipeline ?? shippedPipelines().at(-1) ?? '').pipeline;
}
