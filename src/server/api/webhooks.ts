import { z } from 'zod';
import { byId, id, instant } from './common.js';
import { nothing, route } from './route.js';

export const webhookEvent = z.enum(['document.done', 'document.failed', 'round.done', 'flag.decided']);

const fields = {
  url: z.url({ protocol: /^https?$/ }).max(1000),
  events: z.array(webhookEvent).min(1),
  enabled: z.boolean(),
};

export const webhook = z
  .strictObject({ id, ...fields, createdAt: instant, lastStatus: z.int().nullable(), lastAt: instant.nullable() })
  .meta({ id: 'Webhook' });

/** Body of a delivery; the header `x-soat-signature` is `sha256=` and the HMAC of `<x-soat-timestamp>.<body>`. */
export const webhookDelivery = z
  .strictObject({
    id: z.uuid(),
    event: z.union([webhookEvent, z.literal('test')]),
    at: instant,
    round: id.nullable(),
    document: id.nullable(),
    flag: id.nullable(),
  })
  .meta({ id: 'WebhookDelivery' });

export const webhookRoutes = {
  listWebhooks: route({
    method: 'GET',
    path: '/webhooks',
    access: 'administer',
    summary: 'Where events are sent',
    response: z.strictObject({ items: z.array(webhook) }),
  }),
  addWebhook: route({
    method: 'POST',
    path: '/webhooks',
    access: 'administer',
    summary: 'Send events to an address; the secret for checking signatures is told this once',
    body: z.strictObject({ url: fields.url, events: fields.events }),
    response: z.strictObject({ webhook, secret: z.string() }),
  }),
  changeWebhook: route({
    method: 'PATCH',
    path: '/webhooks/:id',
    access: 'administer',
    summary: 'Change address or events, or stop sending',
    params: byId,
    body: z.strictObject(fields).partial(),
    response: webhook,
  }),
  removeWebhook: route({
    method: 'DELETE',
    path: '/webhooks/:id',
    access: 'administer',
    summary: 'Forget an address',
    params: byId,
    response: nothing,
  }),
  testWebhook: route({
    method: 'POST',
    path: '/webhooks/:id/test',
    access: 'administer',
    summary: 'Send a test event now and tell what came back',
    params: byId,
    response: z.strictObject({ status: z.int().nullable().describe('null: no answer') }),
  }),
} as const;
