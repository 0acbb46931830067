import { AsyncLocalStorage } from 'node:async_hooks';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  type Context,
  type ContextManager,
  context,
  propagation,
  ROOT_CONTEXT,
  type Span,
  type SpanContext,
  type SpanOptions,
  type SpanStatus,
  SpanStatusCode,
  TraceFlags,
  trace,
} from '@opentelemetry/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blankPdf } from '../../test/support/blankPdf.js';
import { scratchFolder } from '../../test/support/dataFolder.js';
import { faultyThread } from '../../test/support/faultyThread.js';
import { runAudit } from './runAudit.js';

interface Recorded {
  readonly name: string;
  readonly id: string;
  readonly trace: string;
  readonly parent: string | undefined;
  readonly attributes: Record<string, unknown>;
  status: SpanStatus;
  ended: boolean;
}

const spans: Recorded[] = [];

/** What an SDK brings, as far as the API asks for it: spans in memory, contexts that follow asynchronous work. */
function loadSdk(): void {
  const contexts = new AsyncLocalStorage<Context>();
  const manager: ContextManager = {
    active: () => contexts.getStore() ?? ROOT_CONTEXT,
    with: (active, work, self, ...args) => contexts.run(active, () => work.call(self, ...args)),
    bind: (_active, target) => target,
    enable: () => manager,
    disable: () => manager,
  };
  context.setGlobalContextManager(manager);
  propagation.setGlobalPropagator({
    inject: (active, carrier, setter) => {
      const own = trace.getSpanContext(active);
      if (own !== undefined) setter.set(carrier, 'parent', `${own.traceId} ${own.spanId}`);
    },
    extract: (active, carrier, getter) => {
      const [traceId, spanId] = String(getter.get(carrier, 'parent') ?? '').split(' ');
      if (traceId === undefined || spanId === undefined) return active;
      return trace.setSpanContext(active, { traceId, spanId, traceFlags: TraceFlags.SAMPLED, isRemote: true });
    },
    fields: () => ['parent'],
  });
  trace.setGlobalTracerProvider({
    getTracer: () => ({
      startSpan,
      startActiveSpan: () => {
        throw new Error('not asked for');
      },
    }),
  });
}

function startSpan(name: string, options: SpanOptions = {}, within: Context = context.active()): Span {
  const parent = trace.getSpanContext(within);
  const id = String(spans.length + 1).padStart(16, '0');
  const recorded: Recorded = {
    name,
    id,
    trace: parent?.traceId ?? id.padStart(32, '0'),
    parent: parent?.spanId,
    attributes: { ...options.attributes },
    status: { code: SpanStatusCode.UNSET },
    ended: false,
  };
  spans.push(recorded);
  const spanContext: SpanContext = { traceId: recorded.trace, spanId: id, traceFlags: TraceFlags.SAMPLED };
  const span: Span = {
    spanContext: () => spanContext,
    setAttribute: (key, value) => {
      recorded.attributes[key] = value;
      return span;
    },
    setAttributes: () => span,
    addEvent: () => span,
    addLink: () => span,
    addLinks: () => span,
    setStatus: (status) => {
      recorded.status = status;
      return span;
    },
    updateName: () => span,
    end: () => {
      recorded.ended = true;
    },
    isRecording: () => true,
    recordException: () => undefined,
  };
  return span;
}

let folder: string;
let remove: () => Promise<void>;

beforeAll(async () => {
  ({ folder, remove } = await scratchFolder());
  process.env.SOAT_TEST_FOLDER = folder;
  loadSdk();
});
afterAll(async () => {
  trace.disable();
  context.disable();
  propagation.disable();
  await remove();
});

describe('the trace of a document', () => {
  it('has its survey, its pages and its analysis, each with its outcome and none of its words', async () => {
    const file = path.join(folder, 'bao-cao-mat.pdf');
    writeFileSync(file, blankPdf(3, 'trace'));
    writeFileSync(path.join(folder, 'plan.json'), JSON.stringify({ 2: 'fail' }));
    const audit = runAudit({
      inputs: [{ absolute: file, relativeName: 'bao-cao-mat.pdf' }],
      dataFolder: path.join(folder, 'data'),
      pipeline: null,
      jobs: 1,
      threads: { entry: faultyThread },
    });
    for await (const { document } of audit) expect(document.status).toBe('partial');
    const [survey] = spans;
    expect(survey).toMatchObject({ name: 'soat survey', parent: undefined });
    const below = spans.slice(1);
    expect(below.map(({ name }) => name).sort()).toEqual(['soat analyse', ...Array(3).fill('soat read')]);
    for (const span of below) expect(span).toMatchObject({ trace: survey?.trace, parent: survey?.id });
    expect(spans.every(({ ended }) => ended)).toBe(true);
    expect(new Set(spans.map(({ attributes }) => attributes['soat.document'])).size).toBe(1);
    const failed = spans.filter(({ status }) => status.code === SpanStatusCode.ERROR);
    expect(failed.map(({ attributes }) => [attributes['soat.page'], attributes['soat.code']])).toEqual([
      [2, 'page-unreadable'],
    ]);
    expect(JSON.stringify(spans)).not.toContain('bao-cao-mat');
  });
});
