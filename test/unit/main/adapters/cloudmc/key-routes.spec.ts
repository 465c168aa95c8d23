import { describe, expect, it } from 'vitest';
import { AppError, type AppErrorCode } from '@core/domain/app-error';
import type { RouteProfile } from '@core/domain/route-profile';
import { KeyRoutes } from '@main/adapters/cloudmc/key-routes';

const operation = { tags: ['API keys'] };
const keysAt = (stem: string) => ({
  [stem]: { get: operation, post: operation },
  [`${stem}/{id}`]: { put: operation, delete: operation },
});
const TWO = {
  openapi: '3.0.1',
  paths: { '/organizations': {}, ...keysAt('/api_keys'), ...keysAt('/v2/api_keys') },
};
const ONE = { openapi: '3.0.1', paths: { '/organizations': {}, ...keysAt('/api_keys') } };

function routesOf(describe: () => unknown, set: RouteProfile = {}) {
  let asked = 0;
  const routes = new KeyRoutes({
    set,
    describe: async () => {
      asked += 1;
      return describe();
    },
    userId: async () => 'u-1',
  });
  return { routes, asked: () => asked };
}

const failing = (code: AppErrorCode, status?: number) => () => {
  throw new AppError(code, 'no', status === undefined ? {} : { status });
};

describe('which routes are used', () => {
  it('never guesses between two that are as good', async () => {
    const { routes } = routesOf(() => TWO);
    const known = await routes.known();
    expect(known.routes).toEqual({});
    expect(known.missing).toContain('several places');
    const report = await routes.report();
    expect(report.discovered.map(({ routes: { 'keys.list': list } }) => list?.path)).toEqual([
      '/api_keys',
      '/v2/api_keys',
    ]);
    expect(report.problem).toBe(known.missing);
  });

  it('uses the rest of the place that the operator chose', async () => {
    const set = { 'keys.list': { method: 'GET', path: '/v2/api_keys' } } as const;
    const { routes } = routesOf(() => TWO, set);
    expect((await routes.known()).routes['keys.revoke']).toEqual({
      method: 'DELETE',
      path: '/v2/api_keys/{keyId}',
    });
    expect((await routes.report()).routes.map(({ from }) => from)).toEqual([
      'operator',
      'discovered',
      'discovered',
      'discovered',
    ]);
  });

  it('asks once, and again for a report', async () => {
    const { routes, asked } = routesOf(() => ONE);
    await Promise.all([routes.known(), routes.known()]);
    await routes.known();
    expect(asked()).toBe(1);
    await routes.report();
    expect(asked()).toBe(2);
  });

  it.each<[AppErrorCode, number | undefined, string, number]>([
    ['not-found', 404, 'publishes no description', 1],
    ['bad-answer', 404, 'publishes no description', 1],
    ['forbidden', 403, 'publishes no description', 1],
    ['bad-answer', undefined, 'cannot be read now', 2],
    ['offline', undefined, 'cannot be read now', 2],
    ['server', 503, 'cannot be read now', 2],
    ['timeout', undefined, 'cannot be read now', 2],
  ])('after %s %s it says so, and remembers only what stays', async (code, status, sentence, times) => {
    const { routes, asked } = routesOf(failing(code, status));
    expect((await routes.known()).missing).toContain(sentence);
    expect((await routes.known()).missing).toContain(sentence);
    expect(asked()).toBe(times);
  });

  it('says that a place cannot be filled in', async () => {
    const paths = { '/organizations': {}, ...keysAt('/organizations/{id}/api_keys') };
    const { routes } = routesOf(() => ({ openapi: '3.0.1', paths }));
    expect((await routes.known()).missing).toContain('cannot fill in');
  });

  it('lets no defect pass for a missing description', async () => {
    const { routes } = routesOf(() => {
      throw new TypeError('a defect');
    });
    await expect(routes.known()).rejects.toThrow(TypeError);
  });
});
