import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { send, startPracticeForTest, type PracticeForTest } from '@test/support/practice';
import { inDays, issued, keyUrl, kindOf, use, type WireKey, type WireProblem } from './desk';

describe('changing and deleting a key', () => {
  let practice: PracticeForTest;
  let now = Date.now();
  beforeAll(async () => {
    practice = await startPracticeForTest({ clock: () => now });
  });
  afterAll(() => practice.stop());

  const edit = (key: { id: string; revision: string }, body: unknown, ifMatch = `"${key.revision}"`) =>
    send<WireKey & WireProblem>('PATCH', keyUrl(practice, key), {
      token: practice.adminToken,
      body,
      headers: { 'If-Match': ifMatch },
    });
  const get = (key: { id: string }, environment?: string) =>
    send<WireKey & WireProblem>('GET', keyUrl(practice, key, environment), { token: practice.adminToken });
  const remove = (key: { id: string }, ifMatch?: string) =>
    send<WireProblem | null>('DELETE', keyUrl(practice, key), {
      token: practice.adminToken,
      ...(ifMatch !== undefined && { headers: { 'If-Match': ifMatch } }),
    });

  it('changes the given fields, and nothing else', async () => {
    const { secret, ...key } = await issued(practice, { clientRef: 'stays' });
    const expiresAt = inDays(60);
    const changes = { name: ' New name ', role: 'Sales', type: 'administration', expiresAt };
    const { status, headers, body } = await edit(key, { ...changes, allowedHosts: ['::FFFF:203.0.113.9'] });
    expect(status).toBe(200);
    expect(body).toEqual({
      ...key,
      ...changes,
      name: 'New name',
      allowedHosts: ['203.0.113.9'],
      revision: body.revision,
    });
    expect(body.revision).not.toBe(key.revision);
    expect(headers.get('etag')).toBe(`"${body.revision}"`);
    expect((await get(key)).body).toEqual(body);
    const shown = await send('GET', `${keyUrl(practice, key)}/secret`, { token: practice.adminToken });
    expect(shown.body).toEqual({ secret });
  });

  it('needs If-Match, and the current one', async () => {
    const { secret, ...key } = await issued(practice);
    const without = await send<WireProblem>('PATCH', keyUrl(practice, key), {
      token: practice.adminToken,
      body: { name: 'x' },
    });
    expect([without.status, kindOf(without)]).toEqual([428, 'if-match-required']);
    expect((await edit(key, { name: 'First' })).status).toBe(200);
    const stale = await edit(key, { name: 'Second' });
    expect([stale.status, kindOf(stale)]).toEqual([412, 'changed-meanwhile']);
    expect(JSON.stringify(stale.body)).not.toContain(secret);
    expect((await get(key)).body.name).toBe('First');
  });

  it('compares strongly', async () => {
    const key = await issued(practice);
    expect((await edit(key, { name: 'x' }, `W/"${key.revision}"`)).status).toBe(412);
    expect((await edit(key, { name: 'x' }, `"zzz", "${key.revision}"`)).status).toBe(200);
    expect((await edit(key, { name: 'y' }, '*')).status).toBe(200);
  });

  it('lets only one of two editors win', async () => {
    const key = await issued(practice);
    const answers = await Promise.all(['Ada', 'Bo'].map((name) => edit(key, { name })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const winner = answers.find(({ status }) => status === 200);
    expect((await get(key)).body.name).toBe(winner?.body.name);
  });

  it('judges changes as it judges new keys', async () => {
    const key = await issued(practice);
    const wrong = async (changes: unknown) => {
      const { status, body } = await edit(key, changes);
      return [status, ...(body.errors ?? []).map(({ field }) => field)];
    };
    expect(await wrong({ name: '' })).toEqual([422, 'name']);
    expect(await wrong({ role: 'Nobody' })).toEqual([422, 'role']);
    expect(await wrong({ expiresAt: inDays(-1) })).toEqual([422, 'expiresAt']);
    expect(await wrong({ expiresAt: null })).toEqual([422, 'expiresAt']);
    expect(await wrong({ allowedHosts: ['10.0.0.0/8'] })).toEqual([422, 'allowedHosts.0']);
    expect(await wrong({ clientRef: 'other' })).toEqual([422, 'clientRef']);
    expect(await wrong({ secret: 'chosen' })).toEqual([422, 'secret']);
    expect((await get(key)).body.revision).toBe(key.revision);
  });

  it('can rename an expired key without touching its date', async () => {
    const key = await issued(practice, { expiresAt: inDays(1, now) });
    now += 2 * 86_400_000;
    const { status, body } = await edit(key, { name: 'Late', expiresAt: key.expiresAt });
    expect([status, body.name, body.expiresAt]).toEqual([200, 'Late', key.expiresAt]);
  });

  it('is not possible in the first generation, where delete is', async () => {
    const key = await issued(practice, { expiresAt: null }, 'legacy');
    const url = keyUrl(practice, key, 'legacy');
    const answer = await send<WireProblem>('PATCH', url, {
      token: practice.adminToken,
      body: { name: 'x' },
      headers: { 'If-Match': '*' },
    });
    expect([answer.status, kindOf(answer)]).toEqual([405, 'not-editable']);
    expect(answer.headers.get('allow')).toBe('GET, DELETE');
    expect((await send('DELETE', url, { token: practice.adminToken })).status).toBe(204);
  });

  it('deletes for good: not found afterwards, refused at the data plane', async () => {
    const key = await issued(practice);
    expect((await use(practice, 'production/rest/$catalog', key.secret)).status).toBe(200);
    const gone = await remove(key);
    expect([gone.status, gone.body]).toEqual([204, null]);
    const read = await get(key);
    expect([read.status, kindOf(read)]).toEqual([404, 'no-such-key']);
    expect((await remove(key)).status).toBe(404);
    const refused = await use(practice, 'production/rest/$catalog', key.secret);
    expect([refused.status, refused.body.error]).toEqual([401, 'Api-key Not Valid']);
  });

  it('deletes what was seen, when told what was seen', async () => {
    const key = await issued(practice);
    await edit(key, { name: 'Changed' });
    expect((await remove(key, `"${key.revision}"`)).status).toBe(412);
    const { headers } = await get(key);
    expect((await remove(key, headers.get('etag') ?? '')).status).toBe(204);
  });

  it('finds a key in its own environment only', async () => {
    const key = await issued(practice);
    expect((await get(key, 'staging')).status).toBe(404);
    const nowhere = await get(key, 'nowhere');
    expect([nowhere.status, kindOf(nowhere)]).toEqual([404, 'not-found']);
    expect((await get({ id: `${key.id}x` })).status).toBe(404);
  });
});
