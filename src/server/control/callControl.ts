import { z } from 'zod';
import { SoatError } from '../../model/errors.js';
import { manifestSchema } from '../../store/backup/manifest.js';
import { errorCode } from '../api/common.js';
import { type Control, retryAnswer, status } from './Control.js';
import type { RunningService } from './runningService.js';
import { controlPath, type Order } from './serveControl.js';

const refusal = z.object({ error: z.object({ code: errorCode, detail: z.string().nullable() }) });

/**
 * The control of an installation whose service is running. Each of its functions throws what the service says, and a
 * `TypeError` where nobody answers.
 */
export function callControl({ address, secret }: RunningService): Control {
  const send = async <Answer>(order: Order, schema: z.ZodType<Answer>): Promise<Answer> => {
    const response = await fetch(`${address}${controlPath}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      body: JSON.stringify(order),
    });
    const body: unknown = await response.json();
    if (response.ok) return z.object({ answer: schema }).parse(body).answer;
    const { code, detail } = refusal.parse(body).error;
    throw new SoatError(code, detail);
  };
  return {
    status: () => send({ do: 'status' }, status),
    retry: (request) => send({ do: 'retry', ...request }, retryAnswer),
    cancel: async (round) => void (await send({ do: 'cancel', round }, z.null())),
    rebuild: () => send({ do: 'rebuild' }, z.int()),
    dump: (folder) => send({ do: 'dump', folder }, manifestSchema),
  };
}
