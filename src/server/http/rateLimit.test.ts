import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { apiRoot } from '../api/index.js';
import { buildApp } from './buildApp.js';
import { stranger } from './Caller.js';
import type { Handlers } from './Handler.js';

const signedOut = { state: 'signed-out', user: null, scopes: [], csrf: null } as const;
/** No other route is asked for. */
const handlers = { readSession: async () => signedOut } as unknown as Handlers;

describe('whoever asks too often', () => {
  it('is told so, and how long to wait, while another address goes on', async () => {
    const app = await buildApp({
      handlers,
      authenticate: async () => stranger,
      log: pino({ level: 'silent' }),
      extras: () => {},
      rate: 2,
    });
    const ask = (remoteAddress: string) => app.inject({ url: `${apiRoot}/session`, remoteAddress });
    const answers = [await ask('127.0.0.1'), await ask('127.0.0.1'), await ask('127.0.0.1')];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 429]);
    const refused = answers[2];
    expect(refused?.json().error.code).toBe('too-many-requests');
    expect(Number(refused?.headers['retry-after'])).toBeGreaterThan(0);
    expect((await ask('127.0.0.2')).statusCode).toBe(200);
    await app.close();
  });
});
