import { encodeCursor } from '../../cursor';
import { environmentAnswer } from './answers';
import { environmentOf, readCursor, readQuery } from './input';
import type { QodlyAnswer, QodlyCall, QodlyDesk, QodlyRoute } from './route';
import { EnvironmentPage, PageQuery, RoleList } from './schema';

/** Name of the origin that serves every environment's endpoint. */
export const QODLY_GATEWAY = 'qodly-gateway';

const SCOPE = 'environments';

function listEnvironments(call: QodlyCall, desk: QodlyDesk): QodlyAnswer {
  const { limit, cursor } = readQuery(PageQuery, call.query);
  const found = desk.environments.page(readCursor(SCOPE, cursor), limit + 1);
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const gatewayOrigin = desk.context.origins.get(QODLY_GATEWAY) ?? '';
  const items = page.map((environment) =>
    environmentAnswer(
      environment,
      gatewayOrigin,
      desk.keys.count({ environmentId: environment.id, clientRef: null }),
    ),
  );
  const more = found.length > limit && last;
  return {
    status: 200,
    body: { items, nextCursor: more ? encodeCursor(SCOPE, [last.position, last.id]) : null },
  };
}

function listRoles(call: QodlyCall, desk: QodlyDesk): QodlyAnswer {
  const roles = desk.environments.roles(environmentOf(call, desk).id);
  const items = roles.map(({ name, description, isDefault }) => ({ name, description, default: isDefault }));
  return { status: 200, body: { items } };
}

/** The environments and their roles. */
export const ENVIRONMENT_ROUTES: readonly QodlyRoute[] = [
  {
    method: 'GET',
    path: '/environments',
    right: 'keys:read',
    doc: {
      operationId: 'listEnvironments',
      summary: 'Lists the environments, page by page.',
      query: PageQuery,
      status: 200,
      answer: EnvironmentPage,
    },
    handle: listEnvironments,
  },
  {
    method: 'GET',
    path: '/environments/{environment}/roles',
    right: 'keys:read',
    doc: {
      operationId: 'listRoles',
      summary: 'Lists the roles that a key of the environment can have.',
      status: 200,
      answer: RoleList,
      problems: ['not-found'],
    },
    handle: listRoles,
  },
];
