import type { Handlers } from '../http/Handler.js';
import type { Service } from '../Service.js';
import { accessHandlers } from './access.js';
import { correctionHandlers } from './corrections.js';
import { documentHandlers } from './documents.js';
import { exportHandlers } from './exports.js';
import { flagHandlers } from './flags.js';
import { roundHandlers } from './rounds.js';
import { ruleHandlers } from './rules.js';
import { systemHandlers } from './system.js';
import { uploadHandlers } from './uploads.js';
import { webhookHandlers } from './webhooks.js';

/** Every route's handler. */
export function handlersOf(service: Service): Handlers {
  return {
    ...accessHandlers(service),
    ...systemHandlers(service),
    ...roundHandlers(service),
    ...documentHandlers(service),
    ...flagHandlers(service),
    ...correctionHandlers(service),
    ...ruleHandlers(service),
    ...uploadHandlers(service),
    ...exportHandlers(service),
    ...webhookHandlers(service),
  };
}
