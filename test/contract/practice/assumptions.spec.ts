import { afterEach, describe, expect, it } from 'vitest';
import type { Assumptions } from '@main/practice/assumptions';
import { send, startPracticeForTest, type PracticeForTest } from '@test/support/practice';
import { create, draft, inDays, issued, keyUrl, use } from './desk';

describe('every assumption can be switched', () => {
  let practice: PracticeForTest;
  let now = Date.now();
  const assuming = async (assumptions: Partial<Assumptions>) => {
    practice = await startPracticeForTest({ assumptions, clock: () => now });
  };
  afterEach(() => practice.stop());

  it('no management API at all, only the data plane', async () => {
    await assuming({ qodlyManagement: false });
    expect((await send('GET', `${practice.api}/environments`, { token: practice.adminToken })).status).toBe(
      404,
    );
    expect((await use(practice, 'production/rest/$catalog', 'x')).body.error).toBe('Api-key Not Valid');
  });

  it('another answer for a host that is not allowed', async () => {
    await assuming({ hostRefusedStatus: 401, hostRefusedText: 'Host not allowed' });
    const { secret } = await issued(practice, { allowedHosts: ['203.0.113.1'] });
    const { status, body } = await use(practice, 'production/rest/$catalog', secret);
    expect([status, body.error]).toEqual([401, 'Host not allowed']);
  });

  it('ranges of hosts', async () => {
    await assuming({ cidrHosts: true });
    const inside = await issued(practice, { allowedHosts: ['127.0.0.0/8'] });
    expect((await use(practice, 'production/rest/$catalog', inside.secret)).status).toBe(200);
    const outside = await issued(practice, { allowedHosts: ['10.0.0.0/8', '2001:DB8::/32'] });
    expect(outside.allowedHosts).toEqual(['10.0.0.0/8', '2001:db8::/32']);
    expect((await use(practice, 'production/rest/$catalog', outside.secret)).status).toBe(403);
  });

  it('fewer hosts, none twice', async () => {
    await assuming({ maximumHosts: 2, duplicateHosts: false });
    const allowed = async (allowedHosts: string[]) =>
      (await create(practice, draft({ allowedHosts }))).status;
    expect(await allowed(['203.0.113.1', '203.0.113.2'])).toBe(201);
    expect(await allowed(['203.0.113.1', '203.0.113.1'])).toBe(422);
    expect(await allowed(['203.0.113.1', '::ffff:203.0.113.1'])).toBe(422);
    expect(await allowed(['203.0.113.1', '203.0.113.2', '203.0.113.3'])).toBe(422);
  });

  it('a deleted key that works for a while', async () => {
    await assuming({ revocationDelayMs: 60_000 });
    const key = await issued(practice);
    await send('DELETE', keyUrl(practice, key), { token: practice.adminToken });
    expect((await use(practice, 'production/rest/$catalog', key.secret)).status).toBe(200);
    now += 60_000;
    expect((await use(practice, 'production/rest/$catalog', key.secret)).status).toBe(401);
  });

  it('an edit that changes the secret', async () => {
    await assuming({ editKeepsSecret: false });
    const key = await issued(practice);
    await send('PATCH', keyUrl(practice, key), {
      token: practice.adminToken,
      body: { name: 'x' },
      headers: { 'If-Match': '*' },
    });
    expect((await use(practice, 'production/rest/$catalog', key.secret)).status).toBe(401);
  });

  it('keys of the first generation that never write', async () => {
    await assuming({ firstGenerationReadOnly: true });
    const { secret } = await issued(practice, { expiresAt: null }, 'legacy');
    const answer = await send('POST', `${practice.gatewayOrigin}/legacy/rest/Orders?$method=update`, {
      headers: { 'api-key': secret },
      body: { number: 'O-1' },
    });
    expect(answer.status).toBe(403);
  });

  it('clocks that agree, a shorter memory, less patience', async () => {
    await assuming({ validityGraceMs: 0, replayRetentionMs: 1000, signInAttempts: 1, signInPauseMs: 1000 });
    expect((await create(practice, draft({ expiresAt: inDays(365, now + 1) }))).status).toBe(422);
    const wanted = draft();
    const first = await create(practice, wanted, { idempotencyKey: 'k' });
    now += 1001;
    expect((await create(practice, wanted, { idempotencyKey: 'k' })).body.id).not.toBe(first.body.id);
    const signIn = async () =>
      (await send('POST', `${practice.api}/session`, { body: { userName: 'admin', password: 'x' } })).status;
    expect([await signIn(), await signIn()]).toEqual([401, 429]);
    now += 1000;
    expect(await signIn()).toBe(401);
  });
});
