import type { FastifyInstance } from 'fastify';
import type { ConsoleOffer, Dialect, PracticeContext } from '../../context';
import { managementApp } from '../../management';
import { fillSampleData } from './sample-data';
import { CREATE_ROUTES } from './create';
import { ENTITY_TABLE } from './entity-store';
import { ENVIRONMENT_TABLES, EnvironmentStore } from './environment-store';
import { ENVIRONMENT_ROUTES, QODLY_GATEWAY } from './environments';
import { QodlyGateway } from './gateway';
import { KEY_CHANGE_ROUTES } from './key-changes';
import { KEY_TABLE, KeyStore } from './key-store';
import { KEY_ROUTES } from './keys';
import { openApiOf, openApiRoute } from './openapi';
import { registerRoutes } from './register';
import type { QodlyRoute } from './route';
import { SESSION_ROUTES } from './session';

/** Name of the origin of the management side. */
const QODLY_MANAGEMENT = 'qodly-management';

/** The console's path on its origin. */
const BASE = '/qodly';

/** The contract's root below the console's path. */
const ROOT = '/api/v1';

const baseUrl = ({ origins }: PracticeContext): string => `${origins.get(QODLY_MANAGEMENT) ?? ''}${BASE}`;

/** Every route of the open contract; `server` is the address it is published under. */
function contractRoutes(server: () => string): readonly QodlyRoute[] {
  const routes: readonly QodlyRoute[] = [
    ...SESSION_ROUTES,
    ...ENVIRONMENT_ROUTES,
    ...KEY_ROUTES,
    ...CREATE_ROUTES,
    ...KEY_CHANGE_ROUTES,
    openApiRoute(() => openApiOf(routes, server())),
  ];
  return routes;
}

function mount(app: FastifyInstance, context: PracticeContext): void {
  if (!context.assumptions.qodlyManagement) return;
  const routes = contractRoutes(() => `${baseUrl(context)}${ROOT}`);
  const desk = {
    context,
    environments: new EnvironmentStore(context.store),
    keys: new KeyStore(context.store),
  };
  void app.register(
    (scope, _options, done) => {
      registerRoutes(scope, routes, desk);
      done();
    },
    { prefix: ROOT },
  );
}

function offer(context: PracticeContext): ConsoleOffer {
  const { operators, operatorToken } = context;
  return {
    baseUrl: baseUrl(context),
    origins: {},
    endpoints: {},
    logins: operators.all.flatMap(({ userName, password, token, rights }) => {
      const may = rights.join(', ');
      return [
        { label: 'User name and password', method: 'password', fields: { userName, password }, may },
        { label: 'Token', method: 'token', fields: { token }, may },
      ];
    }),
    own: operatorToken === undefined ? null : { method: 'token', fields: { token: operatorToken } },
  };
}

/** Qodly: the open contract for management, and the documented data plane. */
export const QODLY: Dialect = {
  vendor: 'qodly',
  tables: ENVIRONMENT_TABLES + KEY_TABLE + ENTITY_TABLE,
  fill: (context, { extraKeys }) => fillSampleData(context, extraKeys),
  origins: [
    { name: QODLY_GATEWAY, build: (context) => new QodlyGateway(context).build() },
    { name: QODLY_MANAGEMENT, build: (context) => managementApp(context, BASE, mount) },
  ],
  offer,
};
