import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { SoatError } from '../../model/errors.js';
import { type Control, retryRequest } from './Control.js';

export const controlPath = '/control';

/** An order to a running service, as the command line sends it. */
export const order = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('status') }),
  z.strictObject({ do: z.literal('retry'), ...retryRequest.shape }),
  z.strictObject({ do: z.literal('cancel'), round: z.int() }),
  z.strictObject({ do: z.literal('rebuild') }),
  z.strictObject({ do: z.literal('dump'), folder: z.string() }),
]);
export type Order = z.infer<typeof order>;

/** Takes orders of those who know the secret in the data folder; no browser does. */
export function serveControl(app: FastifyInstance, control: Control, secret: string): void {
  app.post(controlPath, async (request) => {
    if (!isSame(request.headers.authorization ?? '', `Bearer ${secret}`)) throw new SoatError('not-allowed');
    const ordered = order.safeParse(request.body);
    if (!ordered.success) throw new SoatError('invalid-request', ordered.error.message);
    return { answer: (await carryOut(control, ordered.data)) ?? null };
  });
}

function carryOut(control: Control, ordered: Order): Promise<unknown> {
  switch (ordered.do) {
    case 'status':
      return control.status();
    case 'retry': {
      const { do: _, ...request } = ordered;
      return control.retry(request);
    }
    case 'cancel':
      return control.cancel(ordered.round);
    case 'rebuild':
      return control.rebuild();
    case 'dump':
      return control.dump(ordered.folder);
  }
}

/** In the same time, wherever they differ. */
function isSame(given: string, expected: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(expected));
}
