import { SoatError } from '../model/errors.js';
import { openControl } from './control/openControl.js';
import { announceService, newSecret } from './control/runningService.js';
import { serveControl } from './control/serveControl.js';
import { handlersOf } from './handlers/index.js';
import { authenticator } from './http/authenticate.js';
import { buildApp } from './http/buildApp.js';
import { serveDashboard } from './http/dashboard.js';
import { isLoopback } from './http/isLoopback.js';
import { serveOperations } from './http/operations.js';
import { refuseForeignHosts } from './http/refuseForeignHosts.js';
import { type OpenService, openService, type ServiceOptions } from './openService.js';
import type { People } from './records/People.js';

export interface ServeOptions extends ServiceOptions {
  /** An address of this machine; others than loopback open the service to the network. */
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  /** Of the person `quantri`, where there is nobody yet; null: set in a browser of this machine. */
  readonly firstPassword: string | null;
}

export interface Running {
  /** Where the service answers: `http://127.0.0.1:8080`. */
  readonly address: string;
  readonly service: OpenService;
  /** Takes no more requests, lets those in work end, then closes everything within about `graceMs`. */
  stop(graceMs: number): Promise<void>;
}

/**
 * Opens the service and answers on its address.
 * @throws SoatError `address-unavailable`, and those of `openService`
 */
export async function serve(options: ServeOptions): Promise<Running> {
  const { host, port, log, firstPassword } = options;
  const service = await openService(options);
  if (firstPassword !== null) await setFirstPassword(service.people, firstPassword);
  const secret = newSecret();
  const authenticate = authenticator(service.sessions, service.tokens);
  const app = await buildApp({
    handlers: handlersOf(service),
    authenticate,
    log,
    extras: async (app) => {
      if (isLoopback(host)) refuseForeignHosts(app);
      serveOperations(app, service, authenticate);
      serveControl(app, openControl(service), secret);
      await serveDashboard(app);
    },
  });
  try {
    const address = await app.listen({ host, port });
    const quiet = await announceService(options.deployment.dataFolder, { address: addressHere(address), secret });
    return {
      address,
      service,
      stop: async (graceMs) => {
        // Streams of events have no end of their own.
        setImmediate(() => app.server.closeAllConnections());
        await quiet();
        await app.close();
        await service.close(graceMs);
      },
    };
  } catch (cause) {
    await app.close();
    await service.close(0);
    throw new SoatError('address-unavailable', `${host}:${port}`, { cause });
  }
}

/** An address that stands for all of the machine's is reached by its own. */
function addressHere(address: string): string {
  return address.replace(/\/\/(0\.0\.0\.0|\[::\]):/, '//127.0.0.1:');
}

/** The network does not get to choose it: see docs/operations.md. */
async function setFirstPassword(people: People, password: string): Promise<void> {
  if (await people.isFirstStart()) await people.addFirst({ username: 'quantri', name: 'Quản trị', password });
}
