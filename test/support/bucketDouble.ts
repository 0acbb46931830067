import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ObjectStoreSettings } from '../../src/store/Deployment.js';

export interface BucketDouble {
  readonly settings: ObjectStoreSettings;
  /** `full`: nothing more is kept, as on a full disk; `gone`: no request is answered. */
  fail(fault: 'full' | 'gone' | null): void;
  stop(): Promise<void>;
}

/**
 * A test double of an object store: PUT, GET, HEAD and DELETE of a bucket and its objects, in memory. It checks no
 * signature and knows nothing else of the protocol; Debian packages no real one.
 */
export async function startBucketDouble(): Promise<BucketDouble> {
  const held = new Map<string, Buffer>();
  let fault: 'full' | 'gone' | null = null;
  const server = createServer(async (request, response) => {
    const key = new URL(request.url ?? '', 'http://double').pathname.replace(/\/$/, '');
    if (fault === 'gone') return void request.destroy();
    const content = held.get(key);
    switch (request.method) {
      case 'PUT': {
        const body = await bodyOf(request);
        if (fault === 'full') return void response.writeHead(507).end();
        held.set(key, body);
        return void response.writeHead(200).end();
      }
      case 'DELETE':
        held.delete(key);
        return void response.writeHead(204).end();
      default:
        if (content === undefined) {
          const body = request.method === 'HEAD' ? '' : '<Error><Code>NoSuchKey</Code></Error>';
          return void response.writeHead(404, { 'content-type': 'application/xml' }).end(body);
        }
        response.writeHead(200, { 'content-length': content.length });
        return void response.end(request.method === 'HEAD' ? undefined : content);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    settings: { endpoint: `http://127.0.0.1:${port}`, bucket: 'soat', region: 'us-east-1' },
    fail: (next) => {
      fault = next;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}
