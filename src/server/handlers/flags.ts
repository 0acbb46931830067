import { SoatError } from '../../model/errors.js';
import type { flagRoutes } from '../api/flags.js';
import { personOf } from '../http/Caller.js';
import type { Handlers } from '../http/Handler.js';
import type { FlagView } from '../records/Flags.js';
import type { Service } from '../Service.js';

interface Decided {
  readonly round: number;
  readonly document: number | null;
  readonly flag: number;
}

export function flagHandlers(service: Service): Handlers<keyof typeof flagRoutes> {
  const { flags, decisions, notices, webhooks, store } = service;
  const tell = async (decided: readonly Decided[]) => {
    for (const round of new Set(decided.map((one) => one.round))) {
      const documents = new Set(decided.filter((one) => one.round === round).map(({ document }) => document));
      const [only = null] = documents.size === 1 ? documents : [];
      await notices.tell({ kind: 'flags', round, document: only });
    }
    await webhooks.announce('flag.decided', decided);
  };
  const tellOne = async ({ id: flag, document }: FlagView) => {
    const { rows } = await store.pool.query<{ round: number }>('SELECT round FROM soat.flag WHERE id = $1', [flag]);
    await tell(rows.map(({ round }) => ({ round, document: document?.id ?? null, flag })));
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
      await tellOne(view);
      return view;
    },

    undoDecision: async ({ params, caller }) => {
      const person = personOf(caller);
      await decisions.undo(await flags.matter(params.id, person), person.id);
      const view = await flags.find(params.id, person);
      await tellOne(view);
      return view;
    },

    decideAll: async ({ body, caller }) => {
      const person = personOf(caller);
      const matters = await flags.matters(body.filter, person);
      if (matters.length !== body.expected) throw new SoatError('conflict', `${matters.length}`);
      const bulk = await decisions.decideAll(matters, person.id, body.judgement);
      await tell(await flags.latestOf(matters));
      return { bulk, flags: matters.length };
    },

    undoAll: async ({ params, caller }) => {
      const taken = await decisions.undoAll(params.bulk, personOf(caller).id);
      await tell(await flags.latestOf(taken));
    },
  };
}
