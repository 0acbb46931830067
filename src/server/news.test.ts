import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportPdf } from '../../test/support/reportPdf.js';
import { type Browser, startService, type TestService } from '../../test/support/startService.js';
import { roundEvent } from './api/rounds.js';

let service: TestService;
let admin: Browser;
let round: number;
let elsewhere: number;

beforeAll(async () => {
  service = await startService();
  admin = await service.administrator();
  elsewhere = (await admin.call('POST', '/rounds', { name: 'Đợt 2022' })).body.id;
  round = (await admin.call('POST', '/rounds', { name: 'Đợt 2023' })).body.id;
}, 120_000);
afterAll(() => service.stop());

const scored = (total: number) => reportPdf({ total: `Tổng điểm tự đánh giá: ${total}/100 điểm.` });

/** What a round's stream told so far; it ends with `close`. */
async function follow(of: number) {
  const answer = await admin.send('GET', `/rounds/${of}/events`);
  const told: ReturnType<typeof roundEvent.parse>[] = [];
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  const listening = (async () => {
    for (let text = ''; ; ) {
      const { done, value = '' } = (await reader?.read()) ?? { done: true };
      if (done) return;
      const events = `${text}${value}`.split('\n\n');
      text = events.pop() ?? '';
      for (const event of events) {
        if (event.startsWith('data: ')) told.push(roundEvent.parse(JSON.parse(event.slice('data: '.length))));
      }
    }
  })();
  return {
    answer,
    told,
    close: async () => {
      await reader?.cancel();
      await listening;
    },
  };
}

describe('a round’s stream of events', () => {
  it('tells where reading stands, then what changes in this round and in no other', async () => {
    const [here, there] = [await follow(round), await follow(elsewhere)];
    expect(here.answer.headers.get('content-type')).toBe('text/event-stream');
    await expect.poll(() => here.told.at(0)?.type).toBe('progress');
    const { body } = await admin.upload(round, { 'mot.pdf': scored(97) });
    const document = body.accepted[0].document;
    await expect
      .poll(() => here.told, { timeout: 60_000 })
      .toContainEqual(expect.objectContaining({ type: 'document', document }));
    await expect
      .poll(() => here.told.findLast(({ type }) => type === 'progress'), { timeout: 60_000 })
      .toMatchObject({ progress: { round, documents: { complete: 1 } } });
    const { body: flags } = await admin.call('GET', `/flags?document=${document}`);
    await admin.call('POST', `/flags/${flags.items[0].id}/decisions`, { decision: 'accept' });
    await expect.poll(() => here.told, { timeout: 30_000 }).toContainEqual({ type: 'flags', document });
    expect(there.told.filter(({ type }) => type !== 'progress')).toEqual([]);
    await here.close();
    await there.close();
  });

  it('is closed to strangers', async () => {
    expect((await service.browser().send('GET', `/rounds/${round}/events`)).status).toBe(401);
  });
});

describe('a webhook whose address does not answer as it should', () => {
  interface Received {
    readonly body: string;
    readonly isSigned: boolean;
  }
  const received: Received[] = [];
  let secret = '';
  let status = 500;
  let receiver: Server;

  beforeAll(async () => {
    receiver = createServer(async (request, response) => {
      const body = (await request.toArray()).join('');
      const signed = `${request.headers['x-soat-timestamp']}.${body}`;
      const signature = `sha256=${createHmac('sha256', secret).update(signed).digest('hex')}`;
      received.push({ body, isSigned: request.headers['x-soat-signature'] === signature });
      response.writeHead(status).end();
    });
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
    ({ secret } = (await admin.call('POST', '/webhooks', { url, events: ['flag.decided'] })).body);
  });
  afterAll(() => {
    receiver.close();
  });

  const query = (sql: string) => service.running.service.store.pool.query(sql);
  const owed = async () =>
    (await query('SELECT attempts, extract(epoch FROM next_at - now())::float8 AS wait FROM soat.delivery')).rows as {
      attempts: number;
      wait: number;
    }[];
  const decide = async () => {
    const { body } = await admin.call('GET', `/flags?round=${round}`);
    await admin.call('POST', `/flags/${body.items[0].id}/decisions`, { decision: 'unsure' });
  };

  it('is tried again later and later with the same event, signed anew, until it answers', async () => {
    await decide();
    await expect.poll(owed, { timeout: 30_000 }).toMatchObject([{ attempts: 1 }]);
    const [first] = await owed();
    await query('UPDATE soat.delivery SET next_at = now()');
    await expect.poll(owed, { timeout: 30_000 }).toMatchObject([{ attempts: 2 }]);
    const [second] = await owed();
    expect(second?.wait ?? 0).toBeGreaterThan(first?.wait ?? 0);
    status = 204;
    await query('UPDATE soat.delivery SET next_at = now()');
    await expect.poll(owed, { timeout: 30_000 }).toEqual([]);
    expect(received.map(({ isSigned }) => isSigned)).toEqual([true, true, true]);
    expect(new Set(received.map(({ body }) => body)).size).toBe(1);
    expect(JSON.parse(received[0]?.body ?? '')).toMatchObject({ event: 'flag.decided', round });
  });

  it('is given up after its last try, and its state tells why', async () => {
    status = 410;
    await decide();
    await expect.poll(owed, { timeout: 30_000 }).toMatchObject([{ attempts: 1 }]);
    await query('UPDATE soat.delivery SET attempts = 12, next_at = now()');
    await expect.poll(owed, { timeout: 30_000 }).toEqual([]);
    const { body } = await admin.call('GET', '/webhooks');
    expect(body.items).toMatchObject([{ lastStatus: 410, lastAt: expect.any(String) }]);
  });
});
