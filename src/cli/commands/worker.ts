import { SoatError } from '../../model/errors.js';
import { runWorker } from '../../queue/runWorker.js';
import type { Deployment } from '../../store/Deployment.js';
import { type ExitStatus, exitStatus } from '../exitStatus.js';
import { text } from '../texts.js';
import type { Terminal } from './audit.js';

export interface WorkerCommand {
  readonly deployment: Deployment;
  readonly jobs: number | null;
  readonly lang: 'vi' | 'en';
}

/**
 * `soat worker`: one more process that reads pages for a deployment, until it is told to stop.
 * @throws SoatError `wrong-usage` without a database server, since an embedded one belongs to one process
 */
export async function worker({ deployment, jobs, lang }: WorkerCommand, terminal: Terminal): Promise<ExitStatus> {
  if (deployment.databaseUrl === null) throw new SoatError('wrong-usage', text('workerNeedsServer', lang));
  const say = (line: string) => void terminal.stderr.write(`${line}\n`);
  await runWorker({
    deployment,
    ...(jobs === null ? {} : { jobs }),
    signal: terminal.signal,
    onReady: () => say(text('workerReady', lang)),
    onStand: (reason) => say(reason === null ? text('workerGoesOn', lang) : standing(reason, lang)),
  });
  return exitStatus.done;
}

function standing(reason: unknown, lang: 'vi' | 'en'): string {
  return reason instanceof SoatError ? `${reason.code}: ${reason.explanation[lang]}` : String(reason);
}
