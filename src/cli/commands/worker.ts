import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { SoatError } from '../../model/errors.js';
import { runWorker } from '../../queue/runWorker.js';
import type { Deployment } from '../../store/Deployment.js';
import { type ExitStatus, exitStatus } from '../exitStatus.js';
import { text } from '../texts.js';
import type { Terminal } from './audit.js';

/** Milliseconds between two signs of life: a file in the data folder, for a container's health check. */
const beatEvery = 10_000;

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
  let stands = false;
  const alive = path.join(deployment.dataFolder, 'worker.alive');
  const beat = () => (stands ? undefined : writeFile(alive, '').catch(() => undefined));
  const heart = setInterval(beat, beatEvery);
  const say = (line: string) => void terminal.stderr.write(`${line}\n`);
  await runWorker({
    deployment,
    ...(jobs === null ? {} : { jobs }),
    signal: terminal.signal,
    onReady: () => {
      say(text('workerReady', lang));
      void beat();
    },
    onStand: (reason) => {
      stands = reason !== null;
      say(reason === null ? text('workerGoesOn', lang) : standing(reason, lang));
    },
  }).finally(() => clearInterval(heart));
  return exitStatus.done;
}

function standing(reason: unknown, lang: 'vi' | 'en'): string {
  return reason instanceof SoatError ? `${reason.code}: ${reason.explanation[lang]}` : String(reason);
}
