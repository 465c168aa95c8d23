import type { FastifyInstance } from 'fastify';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { createContext, type PracticeContext } from '@main/practice/context';
import { QODLY } from '@main/practice/dialects/qodly/dialect';
import { OPERATOR_TABLE } from '@main/practice/operators';
import { REPLAY_TABLE } from '@main/practice/replays';
import { SESSION_TABLE } from '@main/practice/sessions';
import { openStore } from '@main/practice/store';

const Description = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });

function managementApp(context: PracticeContext): FastifyInstance {
  const origin = QODLY.origins.find(({ name }) => name === 'qodly-management');
  if (origin === undefined) throw new Error('Qodly has no management side.');
  return origin.build(context);
}

describe('managementApp', () => {
  it('registers exactly the routes that the contract describes', async () => {
    const store = openStore(':memory:', [OPERATOR_TABLE, SESSION_TABLE, REPLAY_TABLE, QODLY.tables]);
    const app = managementApp(createContext({ dataFolder: ':memory:' }, store));
    const registered: string[] = [];
    app.addHook('onRoute', ({ method, url }) => {
      registered.push(`${String(method)} ${url.replace(/:(\w+)/g, '{$1}')}`);
    });
    await app.ready();
    const answer = await app.inject({ url: '/qodly/api/v1/openapi.json', headers: { host: 'localhost' } });
    const { paths } = Description.parse(answer.json());
    const described = Object.entries(paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} /qodly/api/v1${path}`),
    );
    await app.close();
    store.close();
    expect(registered.length).toBeGreaterThan(10);
    expect(registered.sort()).toEqual(described.sort());
  });

  it('answers a defect without saying what it was', async () => {
    const store = openStore(':memory:', [OPERATOR_TABLE, SESSION_TABLE, REPLAY_TABLE, QODLY.tables]);
    const options = { dataFolder: ':memory:', operatorToken: 'application' };
    const app = managementApp(createContext(options, store));
    store.close();
    const answer = await app.inject({
      url: '/qodly/api/v1/environments',
      headers: { host: 'localhost', authorization: 'Bearer application' },
    });
    await app.close();
    expect(answer.statusCode).toBe(500);
    expect(answer.json()).toMatchObject({ title: 'The practice console failed' });
    expect(answer.body).not.toContain('database');
  });
});
