import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { PracticeContext } from './context';
import { loopbackApp, statusOf } from './loopback-app';

/** A refusal of the data plane: a status and the text of its `error`. */
export class GatewayRefusal extends Error {
  override readonly name = 'GatewayRefusal';

  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

const FOUND_BY_SERVER: Record<number, string> = {
  400: 'The request is not well formed.',
  413: 'The body may have at most 64 KB.',
  415: 'Send the body as application/json.',
  421: 'The practice console answers on this computer only.',
};

function answerError(error: unknown, _request: FastifyRequest, reply: FastifyReply): void {
  const known = error instanceof GatewayRefusal;
  const status = known ? error.status : statusOf(error);
  const text = known ? error.message : (FOUND_BY_SERVER[status] ?? 'The practice console failed.');
  void reply.code(status).send({ error: text });
}

/** A data plane that refuses in JSON `{"error": "…"}`. `mount` adds the routes, `notFound` says what is missing. */
export function gatewayApp(
  context: PracticeContext,
  mount: (app: FastifyInstance) => void,
  notFound: (request: FastifyRequest) => GatewayRefusal,
): FastifyInstance {
  const app = loopbackApp(context.clock, answerError);
  app.setNotFoundHandler((request, reply) => answerError(notFound(request), request, reply));
  mount(app);
  return app;
}
