import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { readAgencies } from '../../intake/readAgencies.js';
import { largestTable } from '../../intake/readTable.js';
import { type ErrorCode, errorKinds, SoatError } from '../../model/errors.js';
import { adjustableThresholds, thresholdOf } from '../../model/thresholds.js';
import { loadPipeline } from '../../pipeline/loadPipeline.js';
import { loadVocabulary } from '../../pipeline/loadVocabulary.js';
import { catalogue } from '../../rules/index.js';
import type { agencyRoutes } from '../api/agencies.js';
import type { roundRoutes } from '../api/rounds.js';
import { personOf } from '../http/Caller.js';
import type { Handlers } from '../http/Handler.js';
import { receiveFiles } from '../http/receiveFiles.js';
import { streamEvents } from '../http/streamEvents.js';
import { Agencies } from '../records/Agencies.js';
import { type ExpectedAgency, expectAgencies, expectedAgencies } from '../records/expectedAgencies.js';
import { HeatMaps } from '../records/HeatMaps.js';
import { listFailures } from '../records/listFailures.js';
import { pipelineOfRound } from '../records/pipelineOfRound.js';
import { readProgress } from '../records/readProgress.js';
import { listRoundChanges } from '../records/roundChanges.js';
import type { Service } from '../Service.js';

export function roundHandlers(service: Service): Handlers<keyof typeof roundRoutes | keyof typeof agencyRoutes> {
  const { store, rounds, filings, retries, notices, placements, uploadFolder } = service;
  const agencies = new Agencies(store.pool);
  const heatMaps = new HeatMaps(store.pool, notices);
  const expect = async (round: number, list: readonly ExpectedAgency[]) => {
    const listed = await expectAgencies(store.pool, round, list);
    await changed(round);
    return listed;
  };
  const changed = (round: number) => notices.tell({ kind: 'round', round, document: null });
  return {
    listRounds: async () => ({ items: await rounds.list() }),
    readRound: async ({ params }) => rounds.find(params.id),

    addRound: async ({ body }) => {
      requirePipeline(body.pipeline);
      return rounds.add(body);
    },

    changeRound: async ({ params, body, caller }) => {
      requirePipeline(body.pipeline ?? null);
      requireRules(Object.keys(body.severities ?? {}));
      const isToBeAnalysed = await rounds.change(params.id, body, personOf(caller).id);
      // A document is older where anything that it was analysed by has changed since, a threshold too.
      if (isToBeAnalysed) await retries.retry({ round: params.id, codes: [], olderVersion: true });
      await changed(params.id);
      return rounds.find(params.id);
    },

    listRoundChanges: async ({ params, query }) => {
      await rounds.known(params.id);
      return listRoundChanges(store.pool, params.id, query);
    },

    listThresholds: async ({ params }) => {
      const { thresholds: own } = await rounds.known(params.id);
      const { thresholds } = await pipelineOfRound(store.pool, params.id);
      const items = adjustableThresholds.map(({ id, name, ...bounds }) => {
        const ofPipeline = thresholdOf(thresholds, id);
        return { id, name: { ...name }, ...bounds, ofPipeline, value: own[id] ?? ofPipeline };
      });
      return { items };
    },

    cancelRound: async ({ params }) => {
      await rounds.known(params.id);
      await retries.cancel(params.id);
      await changed(params.id);
      return rounds.find(params.id);
    },

    retryRound: async ({ params, body }) => {
      await rounds.known(params.id);
      const documents = await retries.retry({ round: params.id, ...body });
      await changed(params.id);
      return { documents };
    },

    readProgress: async ({ params }) => {
      await rounds.known(params.id);
      return readProgress(store.pool, rounds, params.id);
    },

    followRound: async ({ params, request, reply }) => {
      await rounds.known(params.id);
      await streamEvents(service, params.id, request, reply);
      return undefined;
    },

    listFailures: async ({ params, query, caller }) => {
      const page = await listFailures(store.pool, params.id, query, personOf(caller));
      return { ...page, items: page.items.map(({ code, ...rest }) => ({ ...rest, code, ...kindOf(code) })) };
    },

    listExpectedAgencies: async ({ params }) => {
      await rounds.known(params.id);
      const expected = await expectedAgencies(store.pool, params.id);
      return {
        agencies: expected.map(({ id, otherNames, files, ...agency }) => ({
          ...agency,
          otherNames: [...otherNames],
          files: [...files],
        })),
      };
    },

    setExpectedAgencies: async ({ params, body }) => {
      await rounds.known(params.id);
      return { agencies: await expect(params.id, body.agencies) };
    },

    importExpectedAgencies: async ({ params, request }) => {
      await rounds.known(params.id);
      const folder = path.join(uploadFolder, randomUUID());
      try {
        const [file] = await receiveFiles(request, folder, { files: 1, fileSize: largestTable });
        if (file === undefined) throw new SoatError('invalid-request', 'no file');
        return { agencies: await expect(params.id, await readAgencies(file, loadVocabulary().round)) };
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },

    removeExpectedAgencies: async ({ params }) => {
      await rounds.known(params.id);
      await expect(params.id, []);
    },

    listAgencies: async ({ params, query, caller }) => agencies.list(params.id, query, personOf(caller)),

    readHeatMap: async ({ params, caller }) => heatMaps.read(params.id, personOf(caller)),

    listDoubtfulFiles: async ({ params, caller }) => {
      await rounds.known(params.id);
      return { items: await placements.doubtful(params.id, personOf(caller)) };
    },

    placeDocument: async ({ params, body, caller }) => {
      const person = personOf(caller);
      const { id, round, duplicateOf } = await filings.find(params.id, person);
      await placements.say(duplicateOf ?? id, body.agency, body.verdict, person.id);
      await changed(round);
    },

    setReviewers: async ({ params, body }) => {
      const reviewers = await agencies.setReviewers(params.id, body.users);
      for (const { id } of await rounds.list()) await changed(id);
      return { reviewers };
    },
  };
}

function kindOf(code: ErrorCode) {
  const { message, retryable } = errorKinds[code];
  return { message, retryable };
}

function requirePipeline(name: string | null): void {
  // A path would let a caller have any file of the machine read.
  if (name !== null && !/^[a-z0-9-]+$/.test(name)) throw new SoatError('pipeline-not-found', name);
  if (name !== null) loadPipeline(name);
}

function requireRules(ids: readonly string[]): void {
  const unknown = ids.find((id) => !catalogue.some((rule) => rule.id === id));
  if (unknown !== undefined) throw new SoatError('unknown-rule', unknown);
}
