import type { webhookRoutes } from '../api/webhooks.js';
import type { Handlers } from '../http/Handler.js';
import type { Service } from '../Service.js';

export function webhookHandlers({ webhooks }: Service): Handlers<keyof typeof webhookRoutes> {
  return {
    listWebhooks: async () => ({ items: await webhooks.list() }),
    addWebhook: async ({ body }) => webhooks.add(body.url, body.events),
    changeWebhook: async ({ params, body }) => webhooks.change(params.id, body),
    removeWebhook: async ({ params }) => webhooks.remove(params.id),
    testWebhook: async ({ params }) => ({ status: await webhooks.test(params.id) }),
  };
}
