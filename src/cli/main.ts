#!/usr/bin/env node
import { CommanderError } from 'commander';
import type { Language } from '../model/bilingual.js';
import { errorKinds, SoatError } from '../model/errors.js';
import { type ExitStatus, exitStatus, exitStatusOf } from './exitStatus.js';
import { buildProgram } from './program.js';
import { text } from './texts.js';

/** Shells expect 128 + the signal's number. */
const interruptedStatus = 130;

const interruption = new AbortController();
process.once('SIGINT', () => interruption.abort());
process.once('SIGTERM', () => interruption.abort());

const terminal = { stdout: process.stdout, stderr: process.stderr, signal: interruption.signal };
const program = buildProgram(terminal, (status: ExitStatus) => {
  process.exitCode = status;
});

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = statusAfter(error);
}

/** The language of the command that ran. */
function spoken(): Language {
  return program.commands.some((command) => command.opts().lang === 'en') ? 'en' : 'vi';
}

function statusAfter(error: unknown): number {
  if (interruption.signal.aborted) {
    process.stderr.write(`${text('interrupted', spoken())}\n`);
    return interruptedStatus;
  }
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitStatus.done : exitStatus.usage;
  if (error instanceof SoatError) {
    process.stderr.write(`soat: ${error.code}: ${error.explanation[spoken()]}\n`);
    return exitStatusOf(errorKinds[error.code].scope);
  }
  throw error;
}
