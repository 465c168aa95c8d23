import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { PracticeContext } from '../../context';
import { loopbackApp, statusOf } from '../../loopback-app';
import { Problem } from '../../problem';

/** A refusal: a status and a sentence for the operator, without a secret. */
export class QwiltRefusal extends Error {
  override readonly name = 'QwiltRefusal';

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

function refusalOf(error: unknown): QwiltRefusal {
  if (error instanceof QwiltRefusal) return error;
  if (error instanceof Problem) return new QwiltRefusal(error.status, error.message);
  const status = statusOf(error);
  return new QwiltRefusal(status, FOUND_BY_SERVER[status] ?? 'The practice console failed.');
}

function answerRefusal(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const { status, message } = refusalOf(error);
  if (error instanceof Problem) void reply.headers(error.extras.headers ?? {});
  void reply.code(status).send({ status, message, requestId: request.id });
}

/** An origin of Qwilt. It refuses in JSON; how the real one refuses is not documented. */
export function qwiltApp(context: PracticeContext, mount: (app: FastifyInstance) => void): FastifyInstance {
  const app = loopbackApp(context.clock, answerRefusal);
  app.setNotFoundHandler((request, reply) =>
    answerRefusal(new QwiltRefusal(404, 'There is nothing at this address.'), request, reply),
  );
  mount(app);
  return app;
}
