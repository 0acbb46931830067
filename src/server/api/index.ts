import { accessRoutes } from './access.js';
import { agencyRoutes } from './agencies.js';
import { correctionRoutes } from './corrections.js';
import { documentRoutes } from './documents.js';
import { exportRoutes } from './exports.js';
import { flagRoutes } from './flags.js';
import { roundRoutes } from './rounds.js';
import { ruleRoutes } from './rules.js';
import { systemRoutes } from './system.js';
import { uploadRoutes } from './uploads.js';
import { webhookRoutes } from './webhooks.js';

/** Where every path of `routes` begins. */
export const apiRoot = '/api/v1';

/**
 * Every route of the API by name: one contract for the server's handlers, the dashboard's calls and OpenAPI. This folder
 * imports neither Node nor the rest of the server, so that a browser can use it.
 */
export const routes = {
  ...accessRoutes,
  ...systemRoutes,
  ...roundRoutes,
  ...agencyRoutes,
  ...documentRoutes,
  ...flagRoutes,
  ...correctionRoutes,
  ...ruleRoutes,
  ...uploadRoutes,
  ...exportRoutes,
  ...webhookRoutes,
} as const;

export type Routes = typeof routes;
export type RouteName = keyof Routes;
