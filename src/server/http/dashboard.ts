import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { SoatError } from '../../model/errors.js';
import { packageRoot } from '../../pipeline/packageRoot.js';
import { apiRoot } from '../api/index.js';

const built = path.join(packageRoot, 'web', 'dist');

/** Until the dashboard is built: what there is instead. */
const plainPage = `<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Soát</title>
<h1>Soát đang chạy</h1>
<p>Giao diện chưa được dựng trong bản cài đặt này. Chạy <code>npm run build</code> rồi mở lại trang.</p>
<p lang="en">Soát is running. The dashboard is not built in this installation: run <code>npm run build</code>, then reload.</p>
<p><a href="${apiRoot}/openapi.json">API</a></p>
</html>
`;

/** Serves the dashboard: its files, and its page for every address that is a place in it. */
export async function serveDashboard(app: FastifyInstance): Promise<void> {
  const page = existsSync(path.join(built, 'index.html')) ? readFileSync(path.join(built, 'index.html')) : plainPage;
  if (page !== plainPage) {
    // Names of built files hold a hash of their content.
    await app.register(fastifyStatic, {
      root: path.join(built, 'assets'),
      prefix: '/assets/',
      maxAge: '365d',
      immutable: true,
    });
  }
  app.get('/', (_request, reply) =>
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page),
  );
  app.setNotFoundHandler((request, reply) => {
    const isPlace = request.method === 'GET' && !request.url.startsWith('/api/') && !request.url.startsWith('/assets/');
    if (!isPlace) throw new SoatError('not-found');
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page);
  });
}
