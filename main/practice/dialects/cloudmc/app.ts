import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Assumptions } from '../../assumptions';
import type { PracticeContext } from '../../context';
import { delayAnswers, loopbackApp, statusOf } from '../../loopback-app';
import { CloudmcFailure, REFUSALS } from './failure';
import { KeyStore } from './key-store';
import { keyRoutes, TASK_ROUTES } from './keys';
import { describeApi } from './openapi';
import { ORGANIZATION_ROUTES } from './organizations';
import { registerRoutes } from './register';
import type { CloudmcRoute } from './route';
import { SERVICE_ROUTES } from './services';
import { Tasks } from './tasks';
import { USER_ROUTES } from './users';

/** Name of the one origin: console, API and data plane. */
export const CLOUDMC_CONSOLE = 'cloudmc-console';

/** The API's root on that origin. */
const ROOT = '/api/v2';

/** Where the description of the API is served, to anybody. */
const DESCRIPTION = '/rest/docs/api/v3/openapi.json';

/** Everything but API keys. */
const OTHER_ROUTES: readonly CloudmcRoute[] = [
  ...ORGANIZATION_ROUTES,
  ...USER_ROUTES,
  ...SERVICE_ROUTES,
  ...TASK_ROUTES,
];

function failureOf(error: unknown): CloudmcFailure {
  if (error instanceof CloudmcFailure) return error;
  const status = statusOf(error);
  return status === 500
    ? new CloudmcFailure(
        'unexpected',
        'The practice console failed. This is a defect of the practice console.',
      )
    : new CloudmcFailure('invalid-parameters', 'The request is not well formed.', {}, status);
}

function answerFailure(assumptions: Assumptions) {
  const { cloudmcErrorSpelling: spelling } = assumptions;
  return (error: unknown, _request: FastifyRequest, reply: FastifyReply): void => {
    const { kind, message, context, status } = failureOf(error);
    const { code, errorCode } = REFUSALS[kind];
    const spelled = {
      ...(spelling !== 'errorCode' && { code }),
      ...(spelling !== 'code' && { errorCode }),
    };
    void reply.code(status).send({ errors: [{ ...spelled, message, context }] });
  };
}

function describedRoutes(assumptions: Assumptions): readonly CloudmcRoute[] {
  const keys = assumptions.cloudmcDescription === 'with-keys' ? keyRoutes(assumptions) : [];
  return [...OTHER_ROUTES, ...keys];
}

/** The console: the API below its root, and its description beside it. */
export function cloudmcApp(context: PracticeContext): FastifyInstance {
  const { assumptions, clock, latencyMs, origins, store } = context;
  const answer = answerFailure(assumptions);
  const app = loopbackApp(clock, answer);
  const routes = [...OTHER_ROUTES, ...keyRoutes(assumptions)];
  app.setNotFoundHandler((request, reply) =>
    answer(new CloudmcFailure('not-found', 'There is nothing at this address.'), request, reply),
  );
  delayAnswers(app, latencyMs);
  void app.register(
    (scope, _options, done) => {
      registerRoutes(scope, routes, { context, keys: new KeyStore(store), tasks: new Tasks(context) });
      done();
    },
    { prefix: ROOT },
  );
  if (assumptions.cloudmcDescription !== 'none')
    app.get(DESCRIPTION, () =>
      describeApi(describedRoutes(assumptions), {
        origin: origins.get(CLOUDMC_CONSOLE) ?? '',
        root: ROOT,
        wholePaths: assumptions.cloudmcWholePaths,
      }),
    );
  return app;
}
