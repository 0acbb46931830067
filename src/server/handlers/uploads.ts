import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { type Gathered, gatherInputs } from '../../intake/gatherInputs.js';
import { priorities } from '../../queue/jobs.js';
import type { uploadRoutes } from '../api/uploads.js';
import { personOf } from '../http/Caller.js';
import type { Handlers } from '../http/Handler.js';
import { receiveFiles } from '../http/receiveFiles.js';
import type { Taken } from '../records/HandIn.js';
import type { Service } from '../Service.js';

/** Files handed in one by one are an inspector's, who waits for them. */
const fewFiles = 5;

export function uploadHandlers({ rounds, handIn, uploadFolder }: Service): Handlers<keyof typeof uploadRoutes> {
  return {
    upload: async ({ params, caller, request }) => {
      await rounds.known(params.id);
      const folder = path.join(uploadFolder, randomUUID());
      let gathered: Gathered | undefined;
      try {
        await receiveFiles(request, folder);
        gathered = await gatherInputs([folder], { scratch: path.join(uploadFolder, 'scratch-') });
        const { inputs, aside } = gathered;
        const taken: Taken[] = [];
        for (const input of inputs) {
          const top = input.relativeName.split('/');
          const delivery = {
            round: params.id,
            submission: top.length > 1 ? (top[0] ?? null) : null,
            by: personOf(caller).name,
            mark: null,
            priority: inputs.length <= fewFiles ? priorities.inspector : priorities.round,
          };
          taken.push(await handIn.take(input, delivery));
        }
        return {
          accepted: taken.flatMap(({ filing, file, duplicateOf, refusal }) =>
            refusal === null ? [{ document: filing, file, duplicateOf }] : [],
          ),
          refused: taken.flatMap(({ filing, file, refusal }) =>
            refusal === null ? [] : [{ file, code: refusal.code, message: refusal.explanation, document: filing }],
          ),
          aside: [...aside],
          total: inputs.length + aside.length,
        };
      } finally {
        await gathered?.discard();
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}
