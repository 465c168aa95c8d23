import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { send, startPracticeForTest, type PracticeForTest } from '@test/support/practice';
import { issued, keyUrl, kindOf, type WireKey, type WireProblem } from './desk';

interface Page {
  items: WireKey[];
  nextCursor: string | null;
  total: number;
}

describe('listing keys', () => {
  let practice: PracticeForTest;
  let now = Date.parse('2030-01-01T00:00:00Z');

  const list = <Body = Page>(query = '', environment = 'production') =>
    send<Body>('GET', `${practice.api}/environments/${environment}/keys${query}`, {
      token: practice.adminToken,
    });
  const after = (page: Page, limit: number) => list(`?limit=${limit}&cursor=${page.nextCursor ?? ''}`);
  const expiresAt = '2030-06-01T00:00:00Z';

  beforeAll(async () => {
    practice = await startPracticeForTest({ clock: () => now });
  });
  afterAll(() => practice.stop());
  beforeEach(() => {
    now += 1000;
  });

  it('gives a hundred at a time unless told otherwise, up to a thousand', async () => {
    const usual = await list('', 'staging');
    expect([usual.body.items.length, usual.body.total]).toEqual([100, 2000]);
    expect((await list('?limit=1000', 'staging')).body.items).toHaveLength(1000);
    expect((await list<WireProblem>('?limit=1001', 'staging')).status).toBe(400);
  });

  it('goes through all of them once, oldest first', async () => {
    const seen: WireKey[] = [];
    let { body } = await list('?limit=7');
    seen.push(...body.items);
    while (body.nextCursor !== null) {
      ({ body } = await after(body, 7));
      seen.push(...body.items);
    }
    expect(new Set(seen.map(({ id }) => id)).size).toBe(28);
    const created = seen.map(({ createdAt }) => createdAt);
    expect(created).toEqual([...created].sort());
  });

  it('neither repeats nor skips when keys come and go between two pages', async () => {
    const before = (await list('?limit=1000')).body.items;
    const first = (await list('?limit=5')).body;
    const [gone, ...rest] = before;
    for (const key of [gone, first.items.at(-1)])
      await send('DELETE', keyUrl(practice, key ?? { id: '' }), { token: practice.adminToken });
    const added = await issued(practice, { expiresAt });
    const second = (await after(first, 1000)).body;
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(
      [gone, ...rest].map((key) => key?.id).concat(added.id),
    );
    expect(second.nextCursor).toBeNull();
  });

  it('keeps a stable order among keys of the same moment', async () => {
    const ids = new Set<string>();
    for (let count = 0; count < 5; count += 1) ids.add((await issued(practice, { expiresAt })).id);
    const all = (await list('?limit=1000')).body.items.map(({ id }) => id);
    const paged: string[] = [];
    let { body } = await list('?limit=2');
    paged.push(...body.items.map(({ id }) => id));
    while (body.nextCursor !== null) {
      ({ body } = await after(body, 2));
      paged.push(...body.items.map(({ id }) => id));
    }
    expect(paged).toEqual(all);
    expect(all.filter((id) => ids.has(id))).toHaveLength(5);
  });

  it('finds a key by its clientRef, in its environment only', async () => {
    const key = await issued(practice, { expiresAt, clientRef: 'ref 1/ü' });
    const query = `?clientRef=${encodeURIComponent('ref 1/ü')}`;
    const { body } = await list(query);
    expect([body.items.map(({ id }) => id), body.total]).toEqual([[key.id], 1]);
    expect((await list(query, 'staging')).body.items).toEqual([]);
    await send('DELETE', keyUrl(practice, key), { token: practice.adminToken });
    expect((await list(query)).body.items).toEqual([]);
  });

  it('refuses the cursor of another listing', async () => {
    const { body } = await list('?limit=1');
    const answer = await list<WireProblem>(`?cursor=${body.nextCursor ?? ''}`, 'staging');
    expect([answer.status, kindOf(answer)]).toEqual([400, 'malformed-request']);
  });

  it('never shows a secret', async () => {
    const { secret } = await issued(practice, { expiresAt });
    const { body } = await list('?limit=1000');
    const key = body.items.at(-1);
    expect(key?.hint).toBe(secret.slice(-4));
    expect(JSON.stringify(body)).not.toContain(secret);
    expect(Object.keys(key ?? {})).not.toContain('secret');
  });

  it('leaves out what the first generation does not have', async () => {
    const { body } = await list('', 'legacy');
    expect(Object.keys(body.items[0] ?? {}).sort()).toEqual([
      'allowedHosts',
      'clientRef',
      'createdAt',
      'expiresAt',
      'hint',
      'id',
      'name',
      'revision',
      'role',
    ]);
  });
});
