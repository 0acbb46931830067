import { SoatError } from '../../model/errors.js';
import type { correctionRoutes } from '../api/corrections.js';
import { personOf } from '../http/Caller.js';
import type { Handlers } from '../http/Handler.js';
import { Suggestions } from '../records/Suggestions.js';
import type { Service } from '../Service.js';

export function correctionHandlers(service: Service): Handlers<keyof typeof correctionRoutes> {
  const { store, filings, corrections, corrector, publisher, notices } = service;
  const suggestions = new Suggestions(store.pool);
  return {
    listCorrections: async ({ params, caller }) => {
      await filings.find(params.id, personOf(caller));
      return { items: await corrections.list(params.id) };
    },

    correctReading: async ({ params, body, caller }) => {
      const person = personOf(caller);
      const { sha256, duplicateOf, state } = await filings.find(params.id, person);
      if (duplicateOf !== null || (state !== 'complete' && state !== 'partial')) throw new SoatError('conflict');
      if (!(await corrector.fits(sha256, params.id, body))) throw new SoatError('conflict', body.read);
      const id = await corrections.add(params.id, person.id, body);
      await publisher.publishAgain(params.id);
      const made = (await corrections.list(params.id)).find((one) => one.id === id);
      if (made === undefined) throw new SoatError('not-found');
      return made;
    },

    undoCorrection: async ({ params, caller }) => {
      const filing = await corrections.filingOf(params.id);
      await filings.find(filing, personOf(caller));
      await corrections.undo(params.id);
      await publisher.publishAgain(filing);
    },

    suggestPoints: async ({ params, body, caller }) => {
      const person = personOf(caller);
      const { round } = await filings.find(params.id, person);
      const made = await suggestions.add(params.id, person.id, { criterion: params.criterion, ...body });
      await notices.tell({ kind: 'flags', round, document: params.id });
      return made;
    },

    listSuggestions: async ({ params, caller }) => {
      await filings.find(params.id, personOf(caller));
      return { items: await suggestions.list(params.id) };
    },
  };
}
