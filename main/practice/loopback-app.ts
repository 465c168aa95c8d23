import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import { AppError } from '@core/domain/app-error';

/** The only address the practice console listens on. */
export const LOOPBACK = '127.0.0.1';

/** Larger bodies are refused, in bytes. */
export const BODY_LIMIT = 64 * 1024;

/** A host name a loopback address may be called by, with or without port. */
const LOOPBACK_NAME = /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/i;

/** Answers a failure in the style of its origin. */
export type FailureAnswer = (error: unknown, request: FastifyRequest, reply: FastifyReply) => void;

/** Thrown for a request that names another host than loopback. */
export class WrongHost extends Error {
  override readonly name = 'WrongHost';
}

/** What every answer carries. */
function stamp(request: FastifyRequest, reply: FastifyReply, clock: () => number): void {
  reply.headers({
    'X-Request-Id': request.id,
    'Cache-Control': 'no-store',
    Date: new Date(clock()).toUTCString(),
  });
}

/** Delays every answer, in milliseconds. */
export function delayAnswers(app: FastifyInstance, latencyMs: number): void {
  if (latencyMs === 0) return;
  app.addHook('onSend', async (_request, _reply, payload) => {
    // Unreferenced: a stopped console must not wait for answers nobody will get.
    await delay(latencyMs, undefined, { ref: false });
    return payload;
  });
}

/** A Fastify instance with what all origins share: no logs, a limit, a request id, our clock, JSON only. */
export function loopbackApp(
  clock: () => number,
  answerFailure: FailureAnswer,
  bodyLimit = BODY_LIMIT,
): FastifyInstance {
  const app = fastify({
    bodyLimit,
    exposeHeadRoutes: false,
    forceCloseConnections: true,
    // SECURITY: never believed from the caller, who could put anything into answers and logs.
    requestIdHeader: false,
    trustProxy: false,
    genReqId: () => randomUUID(),
    // An address that cannot be decoded reaches no hook.
    frameworkErrors: (error: FastifyError, request, reply) => {
      stamp(request, reply, clock);
      answerFailure(error, request, reply);
    },
  });
  app.removeContentTypeParser('text/plain');
  app.addHook('onRequest', (request, reply, done) => {
    stamp(request, reply, clock);
    // SECURITY: a web page whose name was pointed at loopback (DNS rebinding) gets nothing.
    done(LOOPBACK_NAME.test(request.headers.host ?? '') ? undefined : new WrongHost());
  });
  app.setErrorHandler(answerFailure);
  return app;
}

/** The HTTP status of a failure that Fastify found itself (a body that is too large, no JSON…); 500 for a bug. */
export function statusOf(error: unknown): number {
  if (error instanceof WrongHost) return 421;
  const status = (error as { statusCode?: unknown }).statusCode;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}

const inUse = (error: unknown): boolean => (error as { code?: unknown }).code === 'EADDRINUSE';

/**
 * Listens on loopback and gives the origin. A taken port gives way to a free one, for which a second instance
 * is built. Fails with `AppError('offline')` when loopback cannot be listened on at all.
 */
export async function listenOnLoopback(
  build: () => FastifyInstance,
  port: number,
): Promise<{ app: FastifyInstance; origin: string }> {
  const app = build();
  try {
    return { app, origin: await app.listen({ host: LOOPBACK, port }) };
  } catch (error) {
    await app.close();
    if (inUse(error) && port !== 0) return listenOnLoopback(build, 0);
    throw new AppError('offline', 'The practice console cannot listen on this computer.', {
      place: LOOPBACK,
    });
  }
}
