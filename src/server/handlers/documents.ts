import { createReadStream } from 'node:fs';
import path from 'node:path';
import type { SoatDocument } from '../../model/document.js';
import { SoatError } from '../../model/errors.js';
import { criteriaOf } from '../../model/pipeline.js';
import { loadPipeline } from '../../pipeline/loadPipeline.js';
import type { documentRoutes } from '../api/documents.js';
import { personOf } from '../http/Caller.js';
import type { Handlers } from '../http/Handler.js';
import { pipelineOfRound } from '../records/pipelineOfRound.js';
import { readCriteria } from '../records/readCriteria.js';
import type { Service } from '../Service.js';

export function documentHandlers(service: Service): Handlers<keyof typeof documentRoutes> {
  const { store, filings, flags, retries, corrector, pictures } = service;
  return {
    listDocuments: async ({ query, caller }) => filings.list(query, personOf(caller)),
    readDocument: async ({ params, caller }) => filings.detail(params.id, personOf(caller)),
    readResult: async ({ params, caller }) => filings.result(params.id, personOf(caller)),

    readCriteria: async ({ params, caller }) => {
      const { round } = await filings.find(params.id, personOf(caller));
      const document = await filings.result(params.id, personOf(caller));
      const pipeline =
        document.pipeline === '' ? await pipelineOfRound(store.pool, round) : loadPipeline(document.pipeline).pipeline;
      const items = await readCriteria(store.pool, params.id, document, criteriaOf(pipeline));
      return { items, total: claimsOf(document).get('total') ?? null };
    },

    readPageImage: async ({ params, caller }) => {
      const document = await filings.result(params.id, personOf(caller));
      const picture = (await pictures.draw(document, [params.page])).get(params.page);
      if (picture === undefined) throw new SoatError('not-found');
      return { mediaType: picture.mime, content: Buffer.from(picture.bytes), lasting: true };
    },

    readPageWords: async ({ params, caller }) => {
      const { id, sha256, duplicateOf } = await filings.find(params.id, personOf(caller));
      return { words: await corrector.wordsOf(sha256, duplicateOf ?? id, params.page) };
    },

    readOriginal: async ({ params, caller }) => {
      const { sha256, file } = await filings.find(params.id, personOf(caller));
      // Never shown in place: a document may hold scripts.
      return {
        mediaType: 'application/octet-stream',
        content: createReadStream(await store.originals.pathOf(sha256)),
        name: path.posix.basename(file),
      };
    },

    compareVersions: async ({ params, query, caller }) => {
      const person = personOf(caller);
      const earlier = query.with ?? (await filings.before(params.id));
      if (earlier === null) throw new SoatError('not-found');
      const [to, from] = [await filings.find(params.id, person), await filings.find(earlier, person)];
      const [now, before] = [await flags.ofFiling(params.id, person), await flags.ofFiling(earlier, person)];
      const had = new Set(before.map(({ fingerprint }) => fingerprint));
      const has = new Set(now.map(({ fingerprint }) => fingerprint));
      return {
        from: relation(from),
        to: relation(to),
        appeared: now.filter(({ fingerprint }) => !had.has(fingerprint)),
        gone: before.filter(({ fingerprint }) => !has.has(fingerprint)),
        stayed: now.filter(({ fingerprint }) => had.has(fingerprint)),
        scores: changedScores(await filings.result(earlier, person), await filings.result(params.id, person)),
      };
    },

    retryDocument: async ({ params, caller }) => {
      await filings.find(params.id, personOf(caller));
      await retries.retry({ filing: params.id, olderVersion: true });
    },
  };
}

interface Related {
  readonly id: number;
  readonly file: string;
  readonly version: number;
  readonly handedInAt: string;
}

function relation({ id, file, version, handedInAt }: Related): Related {
  return { id, file, version, handedInAt };
}

function claimsOf({ scores }: SoatDocument): ReadonlyMap<string, number> {
  return new Map(scores.toReversed().map(({ criterion, claimed }) => [criterion, claimed]));
}

function changedScores(earlier: SoatDocument, later: SoatDocument) {
  const [before, after] = [claimsOf(earlier), claimsOf(later)];
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((criterion) => ({ criterion, from: before.get(criterion) ?? null, to: after.get(criterion) ?? null }))
    .filter(({ from, to }) => from !== to);
}
