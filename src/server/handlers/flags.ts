import { SoatError } from '../../model/errors.js';
import type { flagRoutes } from '../api/flags.js';
import { personOf } from '../http/Caller.js';
import type { Handlers } from '../http/Handler.js';
import type { FlagView } from '../records/Flags.js';
import type { Service } from '../Service.js';

export function flagHandlers(service: Service): Handlers<keyof typeof flagRoutes> {
  const { flags, decisions, notices, webhooks, store } = service;
  const tell = async (view: FlagView, round: number) => {
    await notices.tell({ kind: 'flags', round, document: view.document?.id ?? null });
    await webhooks.announce({ event: 'flag.decided', round, document: view.document?.id ?? null, flag: view.id });
  };
  const roundOf = async (flag: number) => {
    const { rows } = await store.pool.query<{ round: number }>('SELECT round FROM soat.flag WHERE id = $1', [flag]);
    return rows[0]?.round ?? 0;
  };
  return {
    listFlags: async ({ query, caller }) => flags.list(query, personOf(caller)),
    readFlag: async ({ params, caller }) => flags.find(params.id, personOf(caller)),

    readHistory: async ({ params, caller }) => ({
      items: await decisions.history(await flags.matter(params.id, personOf(caller))),
    }),

    decide: async ({ params, body, caller }) => {
      const person = personOf(caller);
      await decisions.decide([await flags.matter(params.id, person)], person.id, body);
      const view = await flags.find(params.id, person);
      await tell(view, await roundOf(params.id));
      return view;
    },

    undoDecision: async ({ params, caller }) => {
      const person = personOf(caller);
      await decisions.undo(await flags.matter(params.id, person), person.id);
      const view = await flags.find(params.id, person);
      await tell(view, await roundOf(params.id));
      return view;
    },

    decideAll: async ({ body, caller }) => {
      const person = personOf(caller);
      const matters = await flags.matters(body.filter, person);
      if (matters.length !== body.expected) throw new SoatError('conflict', `${matters.length}`);
      const bulk = await decisions.decideAll(matters, person.id, body.judgement);
      if (body.filter.round !== undefined) {
        await notices.tell({ kind: 'flags', round: body.filter.round, document: null });
      }
      return { bulk, flags: matters.length };
    },

    undoAll: async ({ params, caller }) => decisions.undoAll(params.bulk, personOf(caller).id),
  };
}
