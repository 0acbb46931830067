import { context, propagation, ROOT_CONTEXT, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { Job } from 'bullmq';
import { softwareVersion } from '../audit/softwareVersion.js';
import type { JobName } from './jobs.js';

/** Does nothing until somebody loads an OpenTelemetry SDK into the process: see docs/operations.md. */
const tracer = () => trace.getTracer('soat', softwareVersion);

/** What a job takes along, so that pages read by other processes belong to their document's trace. */
export function traceOfNow(): { readonly telemetry?: { readonly metadata: string } } {
  const carrier: Record<string, string> = {};
  propagation.inject(context.active(), carrier);
  return Object.keys(carrier).length === 0 ? {} : { telemetry: { metadata: JSON.stringify(carrier) } };
}

/** Does a job as a span of the trace that it was added in. A span tells ids and error codes, never what a report says. */
export async function traced<Result>(name: JobName, job: Job, work: () => Promise<Result>): Promise<Result> {
  const parent = propagation.extract(ROOT_CONTEXT, carrierOf(job));
  const span = tracer().startSpan(`soat ${name}`, { kind: SpanKind.CONSUMER, attributes: attributesOf(job) }, parent);
  try {
    return await context.with(trace.setSpan(parent, span), work);
  } catch (error) {
    fail(span, error instanceof Error ? error.name : 'Error');
    throw error;
  } finally {
    span.end();
  }
}

/** Says of the job in work that it came to nothing, and by which code. */
export function noteFailure(code: string): void {
  const span = trace.getActiveSpan();
  span?.setAttribute('soat.code', code);
  if (span !== undefined) fail(span, code);
}

function fail(span: Span, message: string): void {
  span.setStatus({ code: SpanStatusCode.ERROR, message });
}

/** Job data holds ids only. */
function attributesOf({ data, attemptsMade }: Job) {
  const { sha256, page, comparison } = data as { sha256?: string; page?: number; comparison?: string };
  return {
    'soat.try': attemptsMade + 1,
    ...(sha256 === undefined ? {} : { 'soat.document': sha256 }),
    ...(page === undefined ? {} : { 'soat.page': page }),
    ...(comparison === undefined ? {} : { 'soat.comparison': comparison }),
  };
}

function carrierOf({ opts }: Job): unknown {
  try {
    return JSON.parse(opts.telemetry?.metadata ?? '{}');
  } catch {
    // Of an added trace that nobody can read; the work is the same without it.
    return {};
  }
}
