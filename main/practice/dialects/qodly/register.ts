import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { PracticeContext } from '../../context';
import type { Operator } from '../../operators';
import { Problem } from '../../problem';
import type { QodlyCall, QodlyDesk, QodlyRoute } from './route';

const BEARER = /^Bearer ([\x21-\x7e]+)$/i;
const OPERATOR = 'operator';

function bearerOf(request: FastifyRequest, context: PracticeContext): Operator {
  const [, token] = BEARER.exec(request.headers.authorization ?? '') ?? [];
  const bearer = token === undefined ? 'unknown' : context.sessions.resolve(token);
  if (bearer === 'unknown') throw new Problem('not-signed-in', 'Sign in first, or send a personal token.');
  if (bearer === 'expired') throw new Problem('session-expired', 'The session has expired: sign in again.');
  return bearer.operator;
}

function authorize(request: FastifyRequest, right: QodlyRoute['right'], context: PracticeContext): void {
  if (right === 'open') return;
  const operator = bearerOf(request, context);
  if (right !== 'signed-in' && !operator.rights.includes(right))
    throw new Problem('forbidden', `This operator may not do that: the right "${right}" is missing.`);
  request.setDecorator(OPERATOR, operator);
}

function callOf(request: FastifyRequest, reply: FastifyReply): QodlyCall {
  return {
    params: request.params as Record<string, string>,
    query: request.query,
    body: request.body,
    target: `${request.method} ${request.url}`,
    header: (name) => {
      const value = request.headers[name];
      return Array.isArray(value) ? value.join(', ') : value;
    },
    get operator() {
      return request.getDecorator<Operator>(OPERATOR);
    },
    onClosed: (work) => void reply.raw.once('close', work),
  };
}

/** Adds the routes to an instance. Who asks is settled before the body is read. */
export function registerRoutes(app: FastifyInstance, routes: readonly QodlyRoute[], desk: QodlyDesk): void {
  app.decorateRequest(OPERATOR, null);
  for (const route of routes)
    app.route({
      method: route.method,
      url: route.path.replace(/\{(\w+)\}/g, ':$1'),
      onRequest: (request, _reply, done) => {
        authorize(request, route.right, desk.context);
        done();
      },
      handler: (request, reply) => {
        const { status, headers = {}, body } = route.handle(callOf(request, reply), desk);
        void reply.code(status).headers(headers).send(body);
      },
    });
}
