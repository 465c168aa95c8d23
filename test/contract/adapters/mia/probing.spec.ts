import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { VendorEnvironment } from '@main/adapters/adapter';
import { DEV, PROJECT } from '../../practice/mia/mia-console';
import { anIntent, codeOf } from '../trial';
import { aDraft, startMiaDesk, type MiaDesk } from './console';

describe('using a key of Mia-Platform', () => {
  let mia: MiaDesk;
  let place: VendorEnvironment;
  beforeEach(async () => {
    mia = await startMiaDesk();
    place = await mia.place(DEV);
  });
  afterEach(() => mia.stop());

  const probe = (secret: string, path = '') =>
    mia.connect().probe({ ...place, endpoint: `${place.endpoint ?? ''}${path}` }, secret);

  it('says whether it works, wherever that can be told', async () => {
    const good = await mia.connect().reveal(DEV, 'mobile_app');
    for (const path of ['', '/status', '/catalogue', '/orders/health'])
      expect([path, await probe(good, path)]).toMatchObject([path, { verdict: 'accepted', reason: 'ok' }]);
    for (const path of ['', '/status'])
      expect([path, await probe('wrong', path)]).toMatchObject([
        path,
        { verdict: 'refused', reason: 'not-valid' },
      ]);
  });

  it('says nothing of a key that the rules of an endpoint may refuse', async () => {
    const good = await mia.connect().reveal(DEV, 'courier_sync');
    for (const path of ['/erp', '/closed', '/partners'])
      expect([path, await probe(good, path)]).toMatchObject([
        path,
        { verdict: 'inconclusive', reason: 'strange-answer' },
      ]);
    expect(await probe('wrong', '/catalogue')).toMatchObject({ verdict: 'inconclusive' });
    expect(await probe(good, '/backoffice')).toMatchObject({ verdict: 'accepted', reason: 'role-too-weak' });
  });

  it('calls a disabled key refused, once that is deployed', async () => {
    const { key, secret } = await mia.connect().issue(DEV, aDraft(), anIntent());
    await mia.deploy(DEV);
    expect(await probe(secret)).toMatchObject({ verdict: 'accepted' });
    await mia.connect().edit(DEV, key.id, { active: false }, key.revision);
    expect(await probe(secret)).toMatchObject({ verdict: 'accepted' });
    await mia.deploy(DEV);
    expect(await probe(secret)).toMatchObject({ verdict: 'refused' });
  });

  it('says nothing where no gateway answers, or one that looks at no key', async () => {
    const good = await mia.connect().reveal(DEV, 'mobile_app');
    const at = (endpoint: string) => mia.connect().probe({ ...place, endpoint }, good);
    expect(await at('http://127.0.0.1:9')).toMatchObject({ reason: 'unreachable', status: null });
    expect(await at(mia.offer.baseUrl)).toMatchObject({ verdict: 'inconclusive', reason: 'strange-answer' });
    const nowhere = (place.endpoint ?? '').replace(/DEV$/, 'NOWHERE');
    expect(await at(nowhere)).toMatchObject({ verdict: 'inconclusive', reason: 'strange-answer' });
  });

  it('never sends it where it may not go', async () => {
    const version = await mia.place(`${PROJECT.orders}/versions/v1.2.0`);
    expect(version).not.toHaveProperty('endpoint');
    expect(await codeOf(mia.connect().probe(version, 'secret'))).toBe('invalid-input');
    for (const endpoint of ['https://169.254.169.254', 'http://evil.example', 'file:///etc'])
      expect(await codeOf(mia.connect().probe({ ...place, endpoint }, 'secret'))).toBe('invalid-input');
  });
});
