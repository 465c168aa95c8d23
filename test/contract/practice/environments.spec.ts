import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { send, startPracticeForTest, type PracticeForTest } from '@test/support/practice';
import { issued, kindOf, type WireProblem } from './desk';

interface WireEnvironment {
  id: string;
  endpoint: string;
  keyCount: number;
  [name: string]: unknown;
}
interface Page {
  items: WireEnvironment[];
  nextCursor: string | null;
}

describe('environments of the practice console', () => {
  let practice: PracticeForTest;
  const list = <Body = Page>(query = '') =>
    send<Body>('GET', `${practice.api}/environments${query}`, { token: practice.adminToken });

  beforeAll(async () => {
    practice = await startPracticeForTest({ extraKeys: 3 });
  });
  afterAll(() => practice.stop());

  it('are three of both generations, and the one for load tests', async () => {
    const { body } = await list();
    expect(body.nextCursor).toBeNull();
    expect(body.items.map(({ id, keyCount }) => [id, keyCount])).toEqual([
      ['production', 28],
      ['staging', 2000],
      ['legacy', 14],
      ['bulk', 3],
    ]);
    expect(body.items[0]).toEqual({
      id: 'production',
      name: 'Orders – Production',
      application: 'Orders',
      stage: 'production',
      endpoint: `${practice.gatewayOrigin}/production`,
      generation: 3,
      maximumValidityDays: 365,
      editable: true,
      production: true,
      status: 'running',
      keyCount: 28,
    });
    expect(body.items[2]).toMatchObject({
      generation: 1,
      maximumValidityDays: null,
      editable: false,
      production: null,
    });
  });

  it('come page by page', async () => {
    const seen: string[] = [];
    let query = '?limit=2';
    for (;;) {
      const { body } = await list(query);
      seen.push(...body.items.map(({ id }) => id));
      if (body.nextCursor === null) break;
      query = `?limit=2&cursor=${body.nextCursor}`;
    }
    expect(seen).toEqual(['production', 'staging', 'legacy', 'bulk']);
  });

  it('count what is there now', async () => {
    await issued(practice, {}, 'bulk');
    const { body } = await list();
    expect(body.items[3]?.keyCount).toBe(4);
  });

  it('say when they are stopped', async () => {
    practice.console.setEnvironmentStatus('bulk', 'stopped');
    expect((await list()).body.items[3]).toMatchObject({ status: 'stopped' });
    expect(() => practice.console.setEnvironmentStatus('nowhere', 'stopped')).toThrow(RangeError);
  });

  it('list their roles, Admin being the default', async () => {
    const { body } = await send<{ items: { name: string; default: boolean }[] }>(
      'GET',
      `${practice.api}/environments/production/roles`,
      { token: practice.adminToken },
    );
    expect(body.items.map(({ name }) => name)).toEqual([
      'Admin',
      'Sales',
      'Support read-only',
      'Reporting',
      'Warehouse',
    ]);
    expect(body.items.filter((role) => role.default).map(({ name }) => name)).toEqual(['Admin']);
  });

  it.each(['?limit=0', '?limit=1001', '?limit=many', '?limit=', '?cursor=made-up'])(
    'refuse the query %s',
    async (query) => {
      const answer = await list<WireProblem>(query);
      expect([answer.status, kindOf(answer)]).toEqual([400, 'malformed-request']);
      expect(answer.body.errors?.[0]?.field).toBe(query.includes('limit') ? 'limit' : 'cursor');
    },
  );

  it('that do not exist are not found', async () => {
    const answer = await send<WireProblem>('GET', `${practice.api}/environments/nowhere/roles`, {
      token: practice.adminToken,
    });
    expect([answer.status, kindOf(answer)]).toEqual([404, 'not-found']);
  });
});
