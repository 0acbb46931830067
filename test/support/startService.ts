import path from 'node:path';
import { pino } from 'pino';
import { apiRoot } from '../../src/server/api/index.js';
import { type Running, serve } from '../../src/server/serve.js';
import type { Deployment } from '../../src/store/Deployment.js';
import { scratchFolder } from './dataFolder.js';

const administrator = { username: 'quantri', name: 'Quản trị', password: 'mat-khau-dai-1' };

/** A service on a random port with a data folder of its own. */
export interface TestService {
  readonly running: Running;
  readonly folder: string;
  /** A browser that nobody has signed in with. */
  browser(): Browser;
  /** A browser signed in as the first administrator. */
  administrator(): Promise<Browser>;
  stop(): Promise<void>;
}

export interface Answered {
  readonly status: number;
  // The tests look into answers of every route.
  // biome-ignore lint/suspicious/noExplicitAny: each test checks what it gets
  readonly body: any;
}

/** A person's browser: keeps its cookie and sends the token that the page got. */
export class Browser {
  readonly #address: string;
  #cookie = '';
  #csrf = '';

  constructor(address: string) {
    this.#address = address;
  }

  async call(method: string, route: string, body?: unknown): Promise<Answered> {
    const answer = await this.send(method, route, body);
    const text = await answer.text();
    return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) };
  }

  async send(method: string, route: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
    const isForm = body instanceof FormData;
    const answer = await fetch(`${this.#address}${apiRoot}${route}`, {
      method,
      headers: {
        ...(this.#cookie === '' ? {} : { cookie: this.#cookie }),
        ...(this.#csrf === '' ? {} : { 'x-csrf-token': this.#csrf }),
        ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    });
    const [cookie] = answer.headers.getSetCookie();
    if (cookie !== undefined) this.#cookie = cookie.split(';')[0] ?? '';
    return answer;
  }

  async signIn(username: string, password: string): Promise<Answered> {
    return this.#enter(await this.call('POST', '/session', { username, password }));
  }

  async firstStart(): Promise<Answered> {
    return this.#enter(await this.call('POST', '/first-start', administrator));
  }

  /** Hands files in, each under its name. */
  async upload(round: number, files: Readonly<Record<string, Uint8Array>>): Promise<Answered> {
    const form = new FormData();
    for (const [name, bytes] of Object.entries(files)) form.append('files', new Blob([Buffer.from(bytes)]), name);
    return this.call('POST', `/rounds/${round}/files`, form);
  }

  /** Waits until all documents of a round are read. */
  async waitForRound(round: number): Promise<void> {
    for (let tries = 0; tries < 300; tries++) {
      const { body } = await this.call('GET', `/rounds/${round}/progress`);
      if (body.documents.waiting + body.documents.reading === 0) return;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error('the round was not read');
  }

  #enter(answered: Answered): Answered {
    if (answered.status === 200) this.#csrf = answered.body.csrf;
    return answered;
  }
}

export async function startService(inbox = 'inbox', servers: Partial<Deployment> = {}): Promise<TestService> {
  const scratch = await scratchFolder();
  const running = await serve({
    deployment: {
      dataFolder: path.join(scratch.folder, 'data'),
      databaseUrl: null,
      redisUrl: null,
      objectStore: null,
      ...servers,
    },
    inbox: path.join(scratch.folder, inbox),
    host: '127.0.0.1',
    port: 0,
    firstPassword: null,
    jobs: 1,
    settleMs: 400,
    log: pino({ level: 'silent' }),
  });
  return {
    running,
    folder: scratch.folder,
    browser: () => new Browser(running.address),
    administrator: async () => {
      const browser = new Browser(running.address);
      const entered = await browser.firstStart();
      if (entered.status !== 200) await browser.signIn(administrator.username, administrator.password);
      return browser;
    },
    stop: async () => {
      await running.stop(2_000);
      await scratch.remove();
    },
  };
}
