import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { delayAnswers, loopbackApp } from '../../loopback-app';
import { answerMiaError, MiaError, nothingHere } from './error';
import type { MiaBody, MiaCall, MiaDesk, MiaRoute } from './route';
import { ROLES, type ServiceAccount } from './service-accounts';

/** A whole configuration has to fit, in bytes. */
export const CONSOLE_BODY_LIMIT = 2 * 1024 * 1024;

/** A sign-in form is small, in bytes. */
const FORM_LIMIT = 16 * 1024;

const BEARER = /^Bearer ([\x21-\x7e]+)$/i;
const ACCOUNT = 'account';

/** The text is kept beside what it says, because reading and writing JSON again changes it. */
function readJson(text: string): MiaBody {
  try {
    return { kind: 'json', text, value: JSON.parse(text) };
  } catch {
    throw new MiaError(400, 'The body is no JSON.');
  }
}

function addParsers(app: FastifyInstance): void {
  const asText = { parseAs: 'string' } as const;
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', asText, async (_request: unknown, text: string) =>
    Promise.resolve(readJson(text)),
  );
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { ...asText, bodyLimit: FORM_LIMIT },
    async (_request: unknown, text: string): Promise<MiaBody> =>
      Promise.resolve({ kind: 'form', form: new URLSearchParams(text) }),
  );
}

function authorize(request: FastifyRequest, { right }: MiaRoute, { tokens }: MiaDesk): void {
  if (right === 'open') return;
  const [, token] = BEARER.exec(request.headers.authorization ?? '') ?? [];
  const account = token === undefined ? null : tokens.resolve(token);
  if (!account) throw new MiaError(401, 'Sign in first: the access token is missing, wrong or expired.');
  const rights: readonly string[] = ROLES[account.role];
  if (right !== 'read' && !rights.includes(right))
    throw new MiaError(403, `The role ${account.role} is not allowed to do this.`);
  request.setDecorator(ACCOUNT, account);
}

function callOf(request: FastifyRequest): MiaCall {
  return {
    params: request.params as Record<string, string>,
    query: request.query as Record<string, unknown>,
    body: request.body as MiaBody | undefined,
    authorization: request.headers.authorization,
    get account() {
      return request.getDecorator<ServiceAccount>(ACCOUNT);
    },
  };
}

function addRoute(app: FastifyInstance, route: MiaRoute, desk: MiaDesk): void {
  app.route({
    method: route.method,
    url: route.path,
    onRequest: (request, _reply, done) => {
      authorize(request, route, desk);
      done();
    },
    handler: (request: FastifyRequest, reply: FastifyReply) => {
      const { text, headers = {} } = route.handle(callOf(request), desk);
      void reply.headers({ ...headers, 'Content-Type': 'application/json; charset=utf-8' }).send(text);
    },
  });
}

/** The console's management side. Who asks is settled before the body is read. */
export function consoleApp(desk: MiaDesk, routes: readonly MiaRoute[]): FastifyInstance {
  const app = loopbackApp(desk.context.clock, answerMiaError, CONSOLE_BODY_LIMIT);
  app.setNotFoundHandler((request, reply) => answerMiaError(nothingHere(), request, reply));
  delayAnswers(app, desk.context.latencyMs);
  addParsers(app);
  app.decorateRequest(ACCOUNT, null);
  for (const route of routes) addRoute(app, route, desk);
  return app;
}
