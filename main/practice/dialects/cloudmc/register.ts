import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sameSecret } from '../../operators';
import { CloudmcFailure } from './failure';
import type { CloudmcCall, CloudmcDesk, CloudmcRoute } from './route';
import {
  ADMINISTRATOR,
  ORGANIZATIONS,
  USERS,
  visibleOrganizations,
  type CloudmcOrganization,
  type CloudmcUser,
} from './sample';

/** The header that carries a key. */
export const KEY_HEADER = 'MC-Api-Key';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
const CALLER = 'caller';

const invalidCredentials = (): CloudmcFailure =>
  new CloudmcFailure('invalid-credentials', 'Invalid credentials.');

/** Whose key was sent. A listed key is noted as used, before anything is answered. */
function callerOf(request: FastifyRequest, { context, keys }: CloudmcDesk): CloudmcUser {
  const sent = request.headers[KEY_HEADER.toLowerCase()]?.toString() ?? '';
  const { operatorToken, assumptions } = context;
  if (operatorToken !== undefined && sameSecret(operatorToken, sent)) return ADMINISTRATOR;
  const key = keys.bySecret(sent, context.clock());
  const user = USERS.find(({ id }) => id === key?.userId);
  if (!key || !user) throw invalidCredentials();
  if (user.status === 'DISABLED')
    throw new CloudmcFailure(
      'user-disabled',
      'This user is disabled.',
      {},
      assumptions.cloudmcDisabledStatus,
    );
  // SECURITY: the peer's own address; X-Forwarded-For is the caller's word and not believed.
  keys.noteUse(key.id, context.clock(), request.socket.remoteAddress ?? '');
  return user;
}

/** Where the call acts. */
function organizationOf(request: FastifyRequest, user: CloudmcUser): CloudmcOrganization {
  const { org_id: wanted = user.organizationId } = request.query as Record<string, unknown>;
  const found = visibleOrganizations(user).find(({ id }) => id === wanted);
  if (found && !found.deleted) return found;
  if (!found && ORGANIZATIONS.some(({ id }) => id === wanted))
    throw new CloudmcFailure('not-authorized', 'You are not allowed to act in this organization.');
  throw new CloudmcFailure('not-found', 'There is no such organization.', { type: 'organizations' });
}

function callOf(request: FastifyRequest): CloudmcCall {
  const user = request.getDecorator<CloudmcUser>(CALLER);
  return {
    params: request.params as Record<string, string>,
    query: request.query as Record<string, unknown>,
    body: request.body,
    user,
    organization: organizationOf(request, user),
  };
}

const urlOf = (path: string): string => path.replace(/\{(\w+)\}/g, ':$1');

function refuseOtherMethods(app: FastifyInstance, routes: readonly CloudmcRoute[]): void {
  for (const path of new Set(routes.map((route) => route.path))) {
    const offered = routes.filter((route) => route.path === path).map(({ method }) => method as string);
    app.route({
      method: METHODS.filter((method) => !offered.includes(method)),
      url: urlOf(path),
      handler: () => {
        throw new CloudmcFailure('method-not-allowed', 'This method is not offered here.');
      },
    });
  }
}

/** Adds the routes to an instance. Who asks is settled before the body is read. */
export function registerRoutes(
  app: FastifyInstance,
  routes: readonly CloudmcRoute[],
  desk: CloudmcDesk,
): void {
  app.decorateRequest(CALLER, null);
  app.addHook('onRequest', (request, _reply, done) => {
    request.setDecorator(CALLER, callerOf(request, desk));
    done();
  });
  for (const route of routes)
    app.route({
      method: route.method,
      url: urlOf(route.path),
      handler: (request, reply) => {
        const { status, body } = route.handle(callOf(request), desk);
        void reply.code(status).send(body);
      },
    });
  refuseOtherMethods(app, routes);
}
