import { readFileSync } from 'node:fs';
import path from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { SoatError } from '../model/errors.js';

/**
 * Reads a YAML file and validates it.
 * @throws SoatError `pipeline-not-found`, or `pipeline-invalid` with `file:line: field: reason` for the first fault
 */
export function readYaml<Schema extends z.ZodType>(file: string, schema: Schema): z.infer<Schema> {
  const lines = new LineCounter();
  const document = parseDocument(readText(file), { lineCounter: lines, prettyErrors: false });
  const at = (offset: number) => `${path.basename(file)}:${lines.linePos(offset).line}`;
  const fault = document.errors[0];
  if (fault !== undefined) throw new SoatError('pipeline-invalid', `${at(fault.pos[0])}: ${fault.message}`);
  const result = schema.safeParse(document.toJS());
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const steps = (issue?.path ?? []).map((step) => (typeof step === 'symbol' ? String(step) : step));
  throw new SoatError(
    'pipeline-invalid',
    `${at(offsetOf(document, steps))}: ${steps.join('.') || '(file)'}: ${issue?.message ?? 'invalid'}`,
  );
}

/** Where the innermost existing node of a path starts. */
function offsetOf(document: ReturnType<typeof parseDocument>, steps: readonly (string | number)[]): number {
  for (let length = steps.length; length > 0; length--) {
    const node = document.getIn(steps.slice(0, length), true);
    if (node !== null && typeof node === 'object' && 'range' in node && Array.isArray(node.range)) {
      return Number(node.range[0]);
    }
  }
  return 0;
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new SoatError('pipeline-not-found', file, { cause });
  }
}
