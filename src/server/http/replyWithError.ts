import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { type ErrorCode, errorKinds, SoatError } from '../../model/errors.js';

const statuses: Partial<Record<ErrorCode, number>> = {
  'not-signed-in': 401,
  'wrong-password': 401,
  'not-allowed': 403,
  'stale-session': 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  'too-many-requests': 429,
};

/** Every failure of a request leaves here, in the contract's form; what no list foresees is logged and told as `internal`. */
export function replyWithError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const failure = failureOf(error);
  const status = statusOf(failure.code);
  if (status >= 500) request.log.error({ err: error }, 'request failed');
  const { code, detail } = failure;
  void reply
    .code(status)
    .type('application/json')
    .send(Buffer.from(JSON.stringify({ error: { code, message: errorKinds[code].message, detail } })));
}

function statusOf(code: ErrorCode): number {
  const own = statuses[code];
  if (own !== undefined) return own;
  const { scope } = errorKinds[code];
  return scope === 'machine' ? 503 : code === 'internal' ? 500 : 400;
}

function failureOf(error: FastifyError): SoatError {
  if (error instanceof SoatError) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    const said = error.validation.map(({ instancePath, message }) => `${instancePath || '/'}: ${message ?? ''}`);
    return new SoatError('invalid-request', said.join('; '));
  }
  switch (error.statusCode) {
    case 404:
      return new SoatError('not-found');
    case 413:
      return new SoatError('too-large', error.message);
    case 429:
      return new SoatError('too-many-requests');
    default:
      return new SoatError(
        isFault(error.statusCode) ? 'internal' : 'invalid-request',
        isFault(error.statusCode) ? null : error.message,
      );
  }
}

function isFault(status: number | undefined): boolean {
  return status === undefined || status >= 500;
}
