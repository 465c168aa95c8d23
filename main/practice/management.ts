import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { PracticeContext } from './context';
import { delayAnswers, loopbackApp, statusOf } from './loopback-app';
import { Problem, type ProblemName } from './problem';

/** Our sentence for each failure that Fastify finds itself. */
const FOUND_BY_SERVER: Record<number, [ProblemName, string]> = {
  400: ['malformed-request', 'The request is not well formed: its address or its JSON cannot be read.'],
  413: ['too-large', 'The body may have at most 64 KB.'],
  415: ['not-json', 'Send the body as application/json.'],
  421: ['wrong-host', 'The practice console answers on this computer only.'],
};

function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const [kind, sentence] = FOUND_BY_SERVER[statusOf(error)] ?? [
    'unexpected',
    'The practice console failed. This is a defect of the practice console, not of your request.',
  ];
  return new Problem(kind, sentence);
}

function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const problem = problemOf(error);
  void reply
    .code(problem.status)
    .headers({
      ...(problem.status === 401 && { 'WWW-Authenticate': 'Bearer' }),
      ...problem.extras.headers,
      'Content-Type': 'application/problem+json; charset=utf-8',
    })
    .send(problem.toBody(request.id));
}

/** A management side whose failures are problems (RFC 9457), its routes below a path, its answers delayed. */
export function managementApp(
  context: PracticeContext,
  prefix: string,
  mount: (app: FastifyInstance, context: PracticeContext) => void,
): FastifyInstance {
  const app = loopbackApp(context.clock, answerProblem);
  app.setNotFoundHandler((request, reply) =>
    answerProblem(new Problem('not-found', 'There is nothing at this address.'), request, reply),
  );
  delayAnswers(app, context.latencyMs);
  void app.register(
    (scope, _options, done) => {
      mount(scope, context);
      done();
    },
    { prefix },
  );
  return app;
}
