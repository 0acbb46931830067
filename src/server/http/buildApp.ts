import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import {
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod';
import { softwareVersion } from '../../audit/softwareVersion.js';
import { apiRoot } from '../api/index.js';
import { sessionCookie } from './authenticate.js';
import type { Handlers } from './Handler.js';
import { type Authenticate, registerRoutes } from './registerRoutes.js';
import { replyWithError } from './replyWithError.js';
import { uploadLimits } from './uploadLimits.js';

export interface AppOptions {
  readonly handlers: Handlers;
  readonly authenticate: Authenticate;
  readonly log: FastifyBaseLogger;
  /** Routes beside the API: health, metrics, the dashboard. */
  readonly extras: (app: FastifyInstance) => void | Promise<void>;
  /** Requests a minute and address. */
  readonly rate?: number;
}

/** Bytes of a JSON body; files come as multipart and have limits of their own. */
const bodyLimit = 2_000_000;
/** A dashboard page asks for some dozens of page images at once. */
const requestsPerMinute = 3000;

/** The web server with the whole contract, ready to listen. */
export async function buildApp({ handlers, authenticate, log, extras, rate }: AppOptions): Promise<FastifyInstance> {
  // Fastify's own request log would hold addresses with search words, that is, report text.
  const app = Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit,
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(replyWithError);
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        // The component library writes its variables into style elements.
        styleSrc: ["'self'", "'unsafe-inline'"],
        fontSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    // Most installations speak plain HTTP within one machine or office.
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'same-origin' },
  });
  await app.register(rateLimit, { max: rate ?? requestsPerMinute, timeWindow: '1 minute' });
  await app.register(cookie);
  await app.register(multipart, { limits: uploadLimits });
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Soát', version: softwareVersion },
      components: {
        securitySchemes: {
          cookie: { type: 'apiKey', in: 'cookie', name: sessionCookie },
          token: { type: 'http', scheme: 'bearer' },
        },
      },
    },
    // Pages and operations are no part of the contract.
    hideUntagged: true,
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
  await app.register(async (api) => {
    registerRoutes(api, handlers, authenticate);
    api.get(`${apiRoot}/openapi.json`, { schema: { hide: true } }, async () => app.swagger());
  });
  await extras(app);
  return app;
}
