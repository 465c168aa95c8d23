import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { send, startPracticeForTest, type PracticeForTest } from '@test/support/practice';
import { create, draft, inDays, issued, keyUrl, kindOf, type WireProblem } from './desk';

describe('creating a key', () => {
  let practice: PracticeForTest;
  beforeAll(async () => {
    practice = await startPracticeForTest();
  });
  afterAll(() => practice.stop());

  const wrongFields = async (changes: Record<string, unknown>, environment = 'production') => {
    const { status, body } = await create(practice, draft(changes), { environment });
    return [status, ...(body.errors ?? []).map(({ field }) => field)];
  };

  it('answers with the key, its ETag and its secret', async () => {
    const { status, headers, body } = await create(
      practice,
      draft({ name: '  Till 7 ', type: 'administration', role: 'Sales', clientRef: 'abc' }),
    );
    expect(status).toBe(201);
    expect(headers.get('etag')).toBe(`"${body.revision}"`);
    expect(headers.get('idempotency-replayed')).toBeNull();
    expect(body).toMatchObject({
      name: 'Till 7',
      type: 'administration',
      role: 'Sales',
      createdBy: 'ada.lindgren@example.com',
      allowedHosts: [],
      lastUsedAt: null,
      lastUsedIp: null,
      clientRef: 'abc',
    });
    expect(body.secret).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(body.hint).toBe(body.secret.slice(-4));
  });

  it('makes a standard key unless told otherwise', async () => {
    expect((await issued(practice)).type).toBe('standard');
  });

  it('can show the secret again', async () => {
    const key = await issued(practice);
    const shown = await send('GET', `${keyUrl(practice, key)}/secret`, { token: practice.adminToken });
    expect([shown.status, shown.body]).toEqual([200, { secret: key.secret }]);
    expect(shown.headers.get('cache-control')).toBe('no-store');
  });

  it.each([
    ['empty', ''],
    ['blank', '   '],
    ['with a line break', 'two\nlines'],
    ['with a control character', 'bell\u0007'],
    ['with a separator', 'a\u2028b'],
    ['with half a character', 'half \ud83d'],
    ['of 201 characters', 'x'.repeat(201)],
    ['of 10,000 characters', 'x'.repeat(10_000)],
    ['no text', 7],
  ])('refuses a name %s', async (_what, name) => {
    expect(await wrongFields({ name })).toEqual([422, 'name']);
  });

  it.each(['x', 'ß'.repeat(200), '🤖'.repeat(200), '=SUM(A1)', '<b>bold</b>', 'تقارير'])(
    'takes the name %.20s',
    async (name) => {
      expect((await issued(practice, { name })).name).toBe(name);
    },
  );

  it('knows its roles and types', async () => {
    expect(await wrongFields({ role: 'Nobody' })).toEqual([422, 'role']);
    expect(await wrongFields({ role: 'admin' })).toEqual([422, 'role']);
    expect(await wrongFields({ type: 'web' })).toEqual([422, 'type']);
  });

  it('needs an expiry in the future, at most a year away', async () => {
    expect(await wrongFields({ expiresAt: inDays(-1) })).toEqual([422, 'expiresAt']);
    expect(await wrongFields({ expiresAt: inDays(366) })).toEqual([422, 'expiresAt']);
    expect(await wrongFields({ expiresAt: null })).toEqual([422, 'expiresAt']);
    expect(await wrongFields({ expiresAt: '2030-01-31' })).toEqual([422, 'expiresAt']);
    expect(await wrongFields({ expiresAt: undefined })).toEqual([422, 'expiresAt']);
    const year = inDays(365);
    expect((await issued(practice, { expiresAt: year })).expiresAt).toBe(year);
  });

  it('reads an instant with an offset', async () => {
    const inUtc = inDays(10).replace(/\.\d+Z$/, '.000Z');
    const shifted = new Date(Date.parse(inUtc) + 2 * 3_600_000).toISOString().replace('Z', '+02:00');
    expect((await issued(practice, { expiresAt: shifted })).expiresAt).toBe(inUtc);
  });

  it('takes plain addresses and spells them one way', async () => {
    const allowedHosts = ['203.0.113.7', '2001:DB8:0:0:0:0:0:1', '::ffff:203.0.113.8', '203.0.113.7'];
    expect((await issued(practice, { allowedHosts })).allowedHosts).toEqual([
      '203.0.113.7',
      '2001:db8::1',
      '203.0.113.8',
      '203.0.113.7',
    ]);
  });

  it('refuses what is no address, naming which', async () => {
    const allowedHosts = ['203.0.113.7', '10.0.0.0/8', 'example.com', '1.2.3', '256.1.1.1', 'fe80::1%eth0'];
    expect(await wrongFields({ allowedHosts })).toEqual([
      422,
      ...[1, 2, 3, 4, 5].map((index) => `allowedHosts.${index}`),
    ]);
    const many = Array.from({ length: 51 }, (_none, index) => `203.0.113.${index}`);
    expect(await wrongFields({ allowedHosts: many })).toEqual([422, 'allowedHosts']);
    expect((await issued(practice, { allowedHosts: many.slice(1) })).allowedHosts).toHaveLength(50);
  });

  it('names every wrong field, and unknown ones', async () => {
    expect(await wrongFields({ role: 'Nobody', expiresAt: inDays(-1), allowedHosts: ['x'] })).toEqual([
      422,
      'role',
      'expiresAt',
      'allowedHosts.0',
    ]);
    expect(await wrongFields({ active: true, secret: 'mine' })).toEqual([422, 'active', 'secret']);
  });

  it('is simpler in the first generation: no type, any duration', async () => {
    const key = await issued(practice, { expiresAt: null }, 'legacy');
    expect(key.expiresAt).toBeNull();
    expect('type' in key || 'createdBy' in key || 'lastUsedAt' in key).toBe(false);
    expect((await issued(practice, { expiresAt: inDays(9000) }, 'legacy')).id).not.toBe('');
    expect(await wrongFields({ type: 'standard' }, 'legacy')).toEqual([422, 'type']);
    expect(await wrongFields({ expiresAt: inDays(-1) }, 'legacy')).toEqual([422, 'expiresAt']);
  });

  it('needs an environment', async () => {
    const answer = await create(practice, draft(), { environment: 'nowhere' });
    expect([answer.status, kindOf(answer)]).toEqual([404, 'not-found']);
  });

  it.each([undefined, '', 'with blank', 'x'.repeat(256)])(
    'needs an Idempotency-Key, not %.12s',
    async (value) => {
      const answer = await send<WireProblem>('POST', `${practice.api}/environments/production/keys`, {
        token: practice.adminToken,
        body: draft(),
        headers: value === undefined ? {} : { 'Idempotency-Key': value },
      });
      expect([answer.status, kindOf(answer)]).toEqual([400, 'idempotency-key-required']);
    },
  );
});
