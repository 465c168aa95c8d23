import { request } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { send, startPracticeForTest, type PracticeForTest } from '@test/support/practice';
import type { PracticeOptions } from '@main/practice/options';
import { create, draft, keyUrl, kindOf } from './desk';

describe('the Idempotency-Key', () => {
  let practice: PracticeForTest;
  const start = async (options: Partial<PracticeOptions> = {}) => {
    practice = await startPracticeForTest(options);
  };
  afterEach(() => practice.stop());

  const total = async (): Promise<number> => {
    const { body } = await send<{ total: number }>('GET', `${practice.api}/environments/production/keys`, {
      token: practice.adminToken,
    });
    return body.total;
  };

  it('replays the kept answer, however the payload is written', async () => {
    await start();
    const wanted = draft({ clientRef: 'one' });
    const first = await create(practice, wanted, { idempotencyKey: 'k' });
    const rewritten = JSON.stringify(Object.fromEntries(Object.entries(wanted).reverse()), null, 2);
    const second = await create(practice, rewritten, { idempotencyKey: 'k' });
    expect(second.status).toBe(201);
    expect(second.headers.get('idempotency-replayed')).toBe('true');
    expect(second.headers.get('etag')).toBe(first.headers.get('etag'));
    expect(second.body).toEqual(first.body);
    expect(await total()).toBe(29);
  });

  it('replays even after the key was deleted: the answer is about the request', async () => {
    await start();
    const wanted = draft();
    const { body } = await create(practice, wanted, { idempotencyKey: 'k' });
    await send('DELETE', keyUrl(practice, body), { token: practice.adminToken });
    expect((await create(practice, wanted, { idempotencyKey: 'k' })).body).toEqual(body);
    expect(await total()).toBe(28);
  });

  it('refuses another payload and another environment', async () => {
    await start();
    const wanted = draft();
    await create(practice, wanted, { idempotencyKey: 'k' });
    const other = await create(practice, { ...wanted, name: 'Other' }, { idempotencyKey: 'k' });
    expect([other.status, kindOf(other)]).toEqual([422, 'idempotency-key-reused']);
    const elsewhere = await create(practice, wanted, { idempotencyKey: 'k', environment: 'staging' });
    expect([elsewhere.status, kindOf(elsewhere)]).toEqual([422, 'idempotency-key-reused']);
    expect(await total()).toBe(29);
  });

  it('may be used again after a refusal, which changed nothing', async () => {
    await start();
    expect((await create(practice, draft({ name: '' }), { idempotencyKey: 'k' })).status).toBe(422);
    expect((await create(practice, draft(), { idempotencyKey: 'k' })).status).toBe(201);
  });

  it('is refused while the first request is in flight, and makes one key', async () => {
    await start({ latencyMs: 500 });
    const wanted = draft();
    const answers = await Promise.all([
      create(practice, wanted, { idempotencyKey: 'k' }),
      create(practice, wanted, { idempotencyKey: 'k' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(kindOf(answers.find(({ status }) => status === 409) ?? answers[0])).toBe('still-in-flight');
    const later = await create(practice, wanted, { idempotencyKey: 'k' });
    expect([later.status, later.headers.get('idempotency-replayed')]).toEqual([201, 'true']);
    expect(await total()).toBe(29);
  });

  it('is free again when the first caller hung up', async () => {
    await start({ latencyMs: 100 });
    const body = JSON.stringify(draft({ clientRef: 'hung-up' }));
    const gone = request(`${practice.api}/environments/production/keys`, {
      method: 'POST',
      agent: false,
      headers: {
        authorization: `Bearer ${practice.adminToken}`,
        'content-type': 'application/json',
        'idempotency-key': 'k',
      },
    });
    const hungUp = new Promise((resolve) => gone.on('error', () => undefined).on('close', resolve));
    gone.end(body, () => gone.destroy());
    await hungUp;
    const again = () => create(practice, body, { idempotencyKey: 'k' });
    await expect.poll(async () => (await again()).status).toBe(201);
    expect(await total()).toBe(29);
  });

  it('is remembered for a day at least', async () => {
    let now = Date.parse('2030-01-01T00:00:00Z');
    await start({ clock: () => now });
    const wanted = draft({ expiresAt: '2030-12-01T00:00:00Z' });
    const { body } = await create(practice, wanted, { idempotencyKey: 'k' });
    now += 24 * 3_600_000;
    expect((await create(practice, wanted, { idempotencyKey: 'k' })).body.id).toBe(body.id);
    now += 25 * 3_600_000;
    expect((await create(practice, wanted, { idempotencyKey: 'k' })).body.id).not.toBe(body.id);
  });
});
