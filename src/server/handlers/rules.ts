import { rulePage } from '../../audit/rulePage.js';
import { SoatError } from '../../model/errors.js';
import type { CatalogueEntry } from '../../rules/index.js';
import { catalogue } from '../../rules/index.js';
import type { ruleRoutes } from '../api/rules.js';
import type { Handlers } from '../http/Handler.js';
import { neverFired, type RuleStatistics, ruleStatistics } from '../records/ruleStatistics.js';
import type { Service } from '../Service.js';

export function ruleHandlers({ store, rounds }: Service): Handlers<keyof typeof ruleRoutes> {
  const severitiesOf = async (round: number | undefined) =>
    round === undefined ? {} : (await rounds.known(round)).severities;
  return {
    listRules: async ({ query }) => {
      const statistics = await ruleStatistics(store.pool, query.round ?? null);
      const severities = await severitiesOf(query.round);
      return { items: catalogue.map((rule) => viewOf(rule, severities, statistics)) };
    },
    readRule: async ({ params, query }) => {
      const id = `${params.group}/${params.name}`;
      const rule = catalogue.find((one) => one.id === id);
      if (rule === undefined) throw new SoatError('not-found', id);
      const statistics = await ruleStatistics(store.pool, query.round ?? null);
      return { ...viewOf(rule, await severitiesOf(query.round), statistics), page: rulePage(id) };
    },
  };
}

function viewOf(
  { id, title, severity }: CatalogueEntry,
  severities: Readonly<Record<string, CatalogueEntry['severity']>>,
  statistics: ReadonlyMap<string, RuleStatistics>,
) {
  return {
    id,
    title: { ...title },
    severity: severities[id] ?? severity,
    catalogueSeverity: severity,
    statistics: statistics.get(id) ?? neverFired,
  };
}
