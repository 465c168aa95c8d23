import { beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '@core/domain/app-error';
import type { ConsoleAdapter } from '@main/adapters/adapter';
import { AssistedDesk, aDraft, HERE, SECRET } from './assisted-desk';
import { anIntent, codeOf, listed, traceOf } from './trial';

describe('Qodly without a management address', () => {
  const ENDPOINT = 'https://dev-0f3c.staging-api.acme.example';
  let desk: AssistedDesk;
  let adapter: ConsoleAdapter;
  const kept = async (keyId: string) => (await desk.keychain.read(`recorded/acme/${keyId}`)).state;

  beforeEach(() => {
    desk = new AssistedDesk();
    adapter = desk.at(`${ENDPOINT}/`);
  });

  it('is one environment, named after its endpoint', async () => {
    expect(await adapter.environments()).toEqual([
      {
        environmentId: HERE,
        name: 'dev-0f3c.staging-api.acme.example',
        endpoint: ENDPOINT,
        variant: 'assisted',
        maxValidityDays: 365,
        canEdit: true,
        production: null,
        state: 'unknown',
        keyCount: 0,
      },
    ]);
    expect(adapter.clockSkewMs()).toBeUndefined();
  });

  it('records a key without its secret, which the keychain has only where that is wanted', async () => {
    const forgotten = await adapter.issue(HERE, aDraft(), anIntent());
    const known = await adapter.issue(HERE, aDraft({ name: 'Books', keepSecret: true }), anIntent());
    expect(forgotten).toMatchObject({
      secret: SECRET,
      key: { name: 'Accounting', hint: '90ab', readable: false },
    });
    expect(known.key).toMatchObject({
      role: 'Reader',
      type: 'standard',
      allowedHosts: 'any',
      readable: true,
    });
    expect(await listed(adapter, HERE)).toEqual([forgotten.key, known.key]);
    expect(JSON.stringify(desk.file.value)).not.toContain(SECRET);
    expect([await kept(forgotten.key.id), await kept(known.key.id)]).toEqual(['absent', 'ok']);
    expect(desk.sensitive).toContain(SECRET);
    expect(await listed(desk.at(ENDPOINT), HERE)).toHaveLength(2);
  });

  it('gives no hint of a short key', async () => {
    const { key } = await adapter.issue(HERE, aDraft({ secret: 'short-key-12345' }), anIntent());
    expect(key).not.toHaveProperty('hint');
  });

  it('shows what is kept, and nothing else', async () => {
    const forgotten = await adapter.issue(HERE, aDraft(), anIntent());
    const known = await adapter.issue(HERE, aDraft({ keepSecret: true }), anIntent());
    expect(await adapter.reveal(HERE, known.key.id)).toBe(SECRET);
    expect(await codeOf(adapter.reveal(HERE, forgotten.key.id))).toBe('forbidden');
    expect(await codeOf(adapter.reveal(HERE, 'nowhere'))).toBe('not-found');
    desk.keychain.state = 'locked';
    expect(await codeOf(adapter.reveal(HERE, known.key.id))).toBe('keychain-locked');
    expect(await codeOf(adapter.reveal(HERE, forgotten.key.id))).toBe('forbidden');
  });

  it('records a kept key once, as far as keys can be compared', async () => {
    await adapter.issue(HERE, aDraft({ keepSecret: true }), anIntent());
    const again = adapter.issue(HERE, aDraft({ name: 'Twin' }), anIntent());
    await expect(again).rejects.toMatchObject({
      code: 'invalid-input',
      message: 'This key is recorded already, as “Accounting”.',
      facts: { field: 'secret' },
    });
    desk.keychain.state = 'unavailable';
    expect((await adapter.issue(HERE, aDraft({ name: 'Twin' }), anIntent())).key.name).toBe('Twin');
  });

  it('finds a record again by what was intended', async () => {
    const intent = anIntent();
    expect(await adapter.findIssued(HERE, traceOf(intent))).toBeNull();
    const { key } = await adapter.issue(HERE, aDraft(), intent);
    expect(await adapter.findIssued(HERE, traceOf(intent))).toEqual(key);
    expect(await adapter.key(HERE, key.id)).toEqual(key);
    await adapter.issue(HERE, aDraft(), intent);
    expect(await listed(adapter, HERE)).toHaveLength(1);
  });

  it('changes a record, guarded by its version', async () => {
    const { key } = await adapter.issue(HERE, aDraft(), anIntent());
    const changes = {
      name: 'Books',
      type: 'administration',
      role: 'Editor',
      allowedHosts: ['203.0.113.7'],
    } as const;
    const edited = await adapter.edit(
      HERE,
      key.id,
      { ...changes, allowedHosts: ['203.0.113.7'] },
      key.revision,
    );
    expect(edited).toEqual({ ...key, ...changes, revision: '2' });
    expect(await adapter.key(HERE, key.id)).toEqual(edited);
    expect(await codeOf(adapter.edit(HERE, key.id, { name: 'Mine' }, key.revision))).toBe('conflict');
    expect((await adapter.edit(HERE, key.id, { allowedHosts: [] })).allowedHosts).toBe('any');
    expect(await adapter.roles(HERE)).toEqual([{ name: 'Admin' }, { name: 'Editor' }]);
    expect(await codeOf(adapter.edit(HERE, 'nowhere', { name: 'x' }))).toBe('not-found');
  });

  it('forgets a record and its secret', async () => {
    const { key } = await adapter.issue(HERE, aDraft({ keepSecret: true }), anIntent());
    expect(await codeOf(adapter.stop(HERE, key.id, '9'))).toBe('conflict');
    await adapter.stop(HERE, key.id, key.revision);
    expect(await adapter.key(HERE, key.id)).toBeNull();
    expect(await kept(key.id)).toBe('absent');
    expect(await codeOf(adapter.stop(HERE, key.id))).toBe('not-found');
  });

  describe('under trouble', () => {
    it.each(['locked', 'unavailable', 'unresponsive'] as const)(
      'records nothing that was to be kept while the keychain is %s, and says why',
      async (state) => {
        desk.keychain.state = state;
        const code = await codeOf(adapter.issue(HERE, aDraft({ keepSecret: true }), anIntent()));
        expect(code).toMatch(/^keychain-/);
        expect(await listed(adapter, HERE)).toEqual([]);
        expect((await adapter.issue(HERE, aDraft(), anIntent())).key.readable).toBe(false);
      },
    );

    it('keeps no secret of a record that a full disk did not take', async () => {
      desk.file.failure = new AppError('storage', 'The disk is full.');
      const intent = anIntent();
      expect(await codeOf(adapter.issue(HERE, aDraft({ keepSecret: true }), intent))).toBe('storage');
      await new Promise((resolve) => setImmediate(resolve));
      expect(await kept(intent.clientRef)).toBe('absent');
    });

    it('forgets what it did not keep without a keychain, and keeps both parts of what it cannot forget whole', async () => {
      const forgotten = await adapter.issue(HERE, aDraft(), anIntent());
      const known = await adapter.issue(HERE, aDraft({ keepSecret: true }), anIntent());
      desk.keychain.state = 'locked';
      await adapter.stop(HERE, forgotten.key.id);
      expect(await codeOf(adapter.stop(HERE, known.key.id))).toBe('keychain-locked');
      desk.keychain.state = 'ok';
      expect(await adapter.reveal(HERE, known.key.id)).toBe(SECRET);
    });
  });
});
