import { beforeEach, describe, expect, it } from 'vitest';
import { STAGING } from '@test/support/key-desk';
import { aPlace } from '@test/support/vendor-records';
import { asOf, PAUSE_MS, LastKnownRig, pages, PRODUCTION } from './last-known-rig';

describe('LastKnownService', () => {
  let at: LastKnownRig;

  beforeEach(() => {
    at = new LastKnownRig();
  });

  it('gives back after a restart what was listed, with its age', async () => {
    await at.kept('ci', 'billing');
    const next = at.started();
    expect(await next.keys(STAGING)).toMatchObject({ rows: 2, pages: 2, asOf });
    expect(await at.names(next)).toEqual(['ci', 'billing']);
    expect(await next.keys(PRODUCTION)).toBeNull();
  });

  it('gives back environments too', async () => {
    const service = at.started();
    const places = [aPlace(), aPlace({ environmentId: 'env-production', production: null })];
    service.keepEnvironments('acme', places);
    await at.written();
    expect(await at.started().environments('acme')).toEqual({ asOf, raw: places });
  });

  it('writes a little later, the newest only, and never the same way twice', async () => {
    const service = at.started();
    service.keepKeys(STAGING, { pages: pages('old'), rows: 1, asOf });
    service.keepKeys(STAGING, { pages: pages('ci'), rows: 1, asOf });
    await at.clock.pass(PAUSE_MS - 1);
    expect(at.folder.files.size).toBe(0);
    await at.written();
    expect(await at.names(at.started())).toEqual(['ci']);
    const before = Buffer.from(at.folder.files.get(at.keysFile) ?? []);
    await at.kept('ci');
    expect(Buffer.from(at.folder.files.get(at.keysFile) ?? []).equals(before)).toBe(false);
  });

  it('says nothing of keys, environments or consoles in its files and their names', async () => {
    const service = await at.kept('ci');
    service.keepEnvironments('acme', [aPlace({ environmentId: STAGING.environmentId })]);
    await at.written();
    expect(at.folder.files.size).toBe(2);
    const everything = [...at.folder.files]
      .map(([name, bytes]) => name + Buffer.from(bytes).toString('latin1'))
      .join('');
    for (const word of ['acme', 'staging', 'expiresAt', 'environmentId'])
      expect(everything).not.toContain(word);
  });

  it.each(['locked', 'unavailable', 'unresponsive'] as const)(
    'keeps nothing while the keychain is %s, and asks it once only',
    async (state) => {
      at.keychain.state = state;
      const service = await at.kept('ci');
      await service.letGo();
      expect(at.folder.files.size).toBe(0);
      const read = at.keychain.read.bind(at.keychain);
      let asked = 0;
      at.keychain.read = (account) => ((asked += 1), read(account));
      expect(await service.keys(STAGING)).toBeNull();
      expect(asked).toBe(0);
    },
  );

  it('keeps nothing of a console that is signed in to for this session only', async () => {
    at.sessionOnly = true;
    await at.kept('ci');
    expect(at.folder.files.size).toBe(0);
  });

  it('asks the keychain ahead only where something is kept', async () => {
    at.keychain.read = () => Promise.reject(new Error('It was asked.'));
    await at.started().askAhead();
  });

  it('forgets everything and the key with it, also what was about to be written', async () => {
    const service = await at.kept('ci');
    service.keepKeys(PRODUCTION, { pages: pages('prod'), rows: 1, asOf });
    expect(await service.status()).toEqual({ folder: at.folder.path, environments: 1 });
    await service.forget();
    await at.written();
    expect(at.folder.files.size).toBe(0);
    expect(await at.keychain.read('last-known-key')).toEqual({ state: 'absent' });
    expect(await service.keys(STAGING)).toBeNull();
  });

  it('forgets a console without a keychain, and those that went while it could not', async () => {
    const service = await at.kept('ci');
    at.keychain.state = 'locked';
    await service.forgetConsole('acme');
    expect(at.folder.files.size).toBe(0);
    at.keychain.state = 'ok';
    await at.kept('ci');
    const left = at.keysFile;
    at.consoles = ['other'];
    const next = at.started();
    next.keepKeys({ ...STAGING, consoleId: 'other' }, { pages: [], rows: 0, asOf });
    await at.written();
    expect([...at.folder.files.keys()]).not.toContain(left);
    expect(at.folder.files.size).toBe(1);
  });

  it('forgets environments that a console does not have any more', async () => {
    const service = await at.kept('ci');
    service.keepKeys(PRODUCTION, { pages: pages('prod'), rows: 1, asOf });
    service.keepEnvironments('acme', [aPlace({ environmentId: PRODUCTION.environmentId })]);
    await at.written();
    expect(await at.started().keys(STAGING)).toBeNull();
    expect(await at.started().keys(PRODUCTION)).not.toBeNull();
  });

  it('writes what waits when it lets go, unless a disk holds it up', async () => {
    const service = await at.kept('ci');
    service.keepKeys(STAGING, { pages: pages('billing'), rows: 1, asOf });
    await service.letGo();
    expect(await at.names(at.started())).toEqual(['billing']);
    await service.keys(STAGING);
    service.keepKeys(STAGING, { pages: pages('never'), rows: 1, asOf });
    at.folder.write = () => new Promise(() => undefined);
    await at.clock.until(service.letGo(), 300);
  });
});
