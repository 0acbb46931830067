import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportPdf } from '../../test/support/reportPdf.js';
import { Browser, startService, type TestService } from '../../test/support/startService.js';
import { routes } from './api/index.js';

let service: TestService;
beforeAll(async () => {
  service = await startService();
}, 60_000);
afterAll(() => service.stop());

const person = (username: string, role: string) => ({
  username,
  name: username,
  role,
  password: `mat-khau-${username}`,
});

describe('the service', () => {
  it('answers before anybody has signed in: page, health, readiness', async () => {
    const { address } = service.running;
    for (const path of ['/', '/health', '/ready', '/bao-cao/7']) expect((await fetch(address + path)).status).toBe(200);
    expect((await fetch(`${address}/`)).headers.get('content-security-policy')).toContain("default-src 'self'");
  });

  it('refuses everything else until the first password is set, once', async () => {
    const browser = service.browser();
    expect((await browser.call('GET', '/session')).body).toMatchObject({ state: 'first-start', user: null });
    expect((await browser.call('GET', '/rounds')).body.error.code).toBe('not-signed-in');
    expect((await browser.firstStart()).body).toMatchObject({ state: 'signed-in', user: { role: 'administrator' } });
    expect((await service.browser().firstStart()).status).toBe(409);
  });

  it('does not take the name of another site, nor a request of one', async () => {
    const admin = await service.administrator();
    const foreign = await admin.send('POST', '/rounds', { name: 'x' }, { 'sec-fetch-site': 'cross-site' });
    expect(foreign.status).toBe(403);
    const forged = await admin.send('POST', '/rounds', { name: 'x' }, { 'x-csrf-token': 'falsch' });
    expect(await forged.json()).toMatchObject({ error: { code: 'stale-session' } });
  });

  it('lets each role do what it may, and no more', async () => {
    const admin = await service.administrator();
    for (const role of ['viewer', 'reviewer']) await admin.call('POST', '/users', person(role, role));
    const [viewer, reviewer] = [service.browser(), service.browser()];
    await viewer.signIn('viewer', 'mat-khau-viewer');
    await reviewer.signIn('reviewer', 'mat-khau-reviewer');
    expect((await viewer.signIn('viewer', 'falsch')).body.error.code).toBe('wrong-password');
    await viewer.signIn('viewer', 'mat-khau-viewer');
    const refused = [
      await viewer.call('POST', '/flags/1/decisions', { decision: 'accept' }),
      await viewer.upload(1, { 'a.pdf': reportPdf() }),
      await viewer.call('GET', '/users'),
      await reviewer.call('POST', '/rounds', { name: 'x' }),
    ];
    expect(refused.map(({ body }) => body.error.code)).toEqual(Array(4).fill('not-allowed'));
    expect((await viewer.call('GET', '/rounds')).status).toBe(200);
  });

  it('ends a session where the person is disabled, and keeps one who can administer', async () => {
    const admin = await service.administrator();
    const { body } = await admin.call('POST', '/users', person('roi-di', 'reviewer'));
    const gone = service.browser();
    await gone.signIn('roi-di', 'mat-khau-roi-di');
    await admin.call('PATCH', `/users/${body.id}`, { disabled: true });
    expect((await gone.call('GET', '/rounds')).status).toBe(401);
    expect((await admin.call('PATCH', '/users/1', { role: 'viewer' })).body.error.code).toBe('conflict');
  });

  it('gives a program a token with no more than it asked for', async () => {
    const admin = await service.administrator();
    const { body } = await admin.call('POST', '/tokens', { name: 'bảng điều khiển', scopes: ['read'] });
    const headers = { authorization: `Bearer ${body.secret}` };
    const program = new Browser(service.running.address);
    expect((await program.send('GET', '/flags', undefined, headers)).status).toBe(200);
    expect((await program.send('POST', '/rounds', { name: 'x' }, headers)).status).toBe(403);
    await admin.call('DELETE', `/tokens/${body.token.id}`);
    expect((await program.send('GET', '/flags', undefined, headers)).status).toBe(401);
  });

  it('signs what it sends to a webhook', async () => {
    const admin = await service.administrator();
    const received: { signature: string; expected: string; event: string }[] = [];
    let secret = '';
    const receiver = createServer(async (request, response) => {
      const body = (await request.toArray()).join('');
      const signed = `${request.headers['x-soat-timestamp']}.${body}`;
      received.push({
        signature: String(request.headers['x-soat-signature']),
        expected: `sha256=${createHmac('sha256', secret).update(signed).digest('hex')}`,
        event: JSON.parse(body).event,
      });
      response.writeHead(204).end();
    });
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
    const { body } = await admin.call('POST', '/webhooks', { url, events: ['document.done'] });
    ({ secret } = body);
    expect((await admin.call('POST', `/webhooks/${body.webhook.id}/test`)).body.status).toBe(204);
    expect(received).toEqual([{ signature: received[0]?.expected, expected: received[0]?.expected, event: 'test' }]);
    receiver.close();
  });

  it('publishes every route of the contract in its OpenAPI', async () => {
    const { body } = await service.browser().call('GET', '/openapi.json');
    const published = Object.entries(body.paths).flatMap(([address, methods]) =>
      Object.keys(methods as object).map((method) => `${method.toUpperCase()} ${address}`),
    );
    const expected = Object.values(routes).map(
      ({ method, path }) => `${method} /api/v1${path.replace(/:(\w+)/g, '{$1}')}`,
    );
    expect(published.sort()).toEqual(expected.sort());
  });
});
