import { loadPipeline } from '../pipeline/loadPipeline.js';
import { chosenEngine } from '../reading/engine/machineEngine.js';
import { openDataFolder } from '../store/openDataFolder.js';
import { type AuditInput, type AuditResult, auditInFolder, type FolderAuditOptions } from './auditInFolder.js';

export type { AuditInput, AuditResult } from './auditInFolder.js';
export type { AuditProgress } from './ProgressCount.js';

export interface AuditOptions<Input extends AuditInput> extends FolderAuditOptions<Input> {
  /** Created where it does not exist. */
  readonly dataFolder: string;
}

/**
 * Audits files in this process and yields one result an input, in the order in which they are done; a submission's files
 * come once more when all are read.
 * Ends by closing queue, threads and data folder, also where the caller leaves the loop early.
 * @throws SoatError `data-folder-in-use`, `data-folder-unusable`, `model-missing`, `pipeline-not-found`, `pipeline-invalid`
 */
export async function* runAudit<Input extends AuditInput>(
  options: AuditOptions<Input>,
): AsyncGenerator<AuditResult<Input>, void, undefined> {
  if (options.inputs.length === 0) return;
  // A wrong pipeline is told before the data folder is touched.
  if (options.pipeline !== null) loadPipeline(options.pipeline);
  const folder = await openDataFolder(options.dataFolder);
  try {
    const engine = await chosenEngine(options.dataFolder);
    yield* auditInFolder(folder, { ...options, threads: { engine, ...options.threads } });
  } finally {
    await folder.close().catch(() => undefined);
  }
}
