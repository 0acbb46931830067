import { adjustableThresholds, type OwnThresholds } from './thresholds.js';

/** A pipeline with the thresholds that differ from its own. */
export interface ReferredPipeline {
  /** A shipped pipeline's name, or a file; null: by each report's year. */
  readonly name: string | null;
  readonly thresholds: OwnThresholds;
}

/**
 * The text by which jobs and rows name such a pipeline: `pctn-2023?jump=0.3`, as an address with a query; `?jump=0.3` by
 * each report's year; null where nothing is chosen.
 */
export function pipelineReference({ name, thresholds }: ReferredPipeline): string | null {
  const own = adjustableThresholds.flatMap(({ id }) => (thresholds[id] === undefined ? [] : `${id}=${thresholds[id]}`));
  return own.length === 0 ? name : `${name ?? ''}?${own.join('&')}`;
}

export function readPipelineReference(reference: string | null): ReferredPipeline {
  const [, name = '', query = ''] = /^(.*?)(?:\?((?:[a-zA-Z]+=[\d.]+&?)+))?$/s.exec(reference ?? '') ?? [];
  const given = new Map(query.split('&').map((pair) => pair.split('=') as [string, string | undefined]));
  const own = adjustableThresholds.flatMap(({ id }) => (given.has(id) ? [[id, Number(given.get(id))] as const] : []));
  return { name: name === '' ? null : name, thresholds: Object.fromEntries(own) };
}
