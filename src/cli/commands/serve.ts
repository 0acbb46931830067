import { mkdir } from 'node:fs/promises';
import { pino } from 'pino';
import { SoatError } from '../../model/errors.js';
import { serve } from '../../server/serve.js';
import { deploymentFrom } from '../../store/Deployment.js';
import { type ExitStatus, exitStatus } from '../exitStatus.js';
import type { Terminal } from './audit.js';

export interface ServeCommand {
  readonly data: string;
  /** null: `inbox` in the data folder. */
  readonly inbox: string | null;
  readonly host: string;
  readonly port: number;
  readonly jobs: number | null;
}

/** Milliseconds for pages in work to end when the service is asked to stop. */
const grace = 20_000;

/** `soat serve`: watches, reads and answers until it is told to stop. */
export async function serveUntilStopped(
  command: ServeCommand,
  { stdout, stderr, signal }: Terminal,
): Promise<ExitStatus> {
  const { data, inbox, host, port, jobs } = command;
  await mkdir(data, { recursive: true });
  const running = await serve({
    deployment: deploymentFrom(process.env, data),
    inbox,
    host,
    port,
    firstPassword: process.env.SOAT_ADMIN_PASSWORD || null,
    ...(jobs === null ? {} : { jobs }),
    keepOriginalsDays: daysOf(process.env.SOAT_KEEP_ORIGINALS_DAYS || null),
    log: pino({ name: 'soat', level: process.env.SOAT_LOG ?? 'info' }, stderr),
  });
  stdout.write(`Soát: ${running.address}\n`);
  if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
  await running.stop(grace);
  return exitStatus.done;
}

function daysOf(given: string | null): number | null {
  if (given !== null && !/^\d{1,5}$/.test(given))
    throw new SoatError('wrong-usage', `SOAT_KEEP_ORIGINALS_DAYS=${given}`);
  return given === null ? null : Number(given);
}
