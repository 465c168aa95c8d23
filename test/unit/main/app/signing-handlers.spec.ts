import { beforeEach, describe, expect, it } from 'vitest';
import { groupedFingerprint } from '@core/text/fingerprint';
import { nodeSigning } from '@main/node-signing';
import { allWereCalled, CalledApp } from './called-app';

describe('every call about signatures', () => {
  const app = new CalledApp();
  const { publicKey } = nodeSigning.newKeyPair();
  const fingerprint = nodeSigning.fingerprint(publicKey);

  beforeEach(() => app.open());

  it('makes one key and keeps it over a restart', async () => {
    const own = await app.call('signing.own');
    expect(own).toMatchObject({ state: 'ok' });
    await app.restart();
    expect(await app.call('signing.own')).toEqual(own);
  });

  it('trusts a key under a name, over a restart, until it is removed, and the log tells of both', async () => {
    const known = [{ publicKey, fingerprint, name: 'Bo of the audit' }];
    expect(await app.call('signing.trust', { publicKey, name: ' Bo of the audit ' })).toMatchObject(known);
    await app.restart();
    expect(await app.call('signing.trusted')).toMatchObject(known);
    expect(await app.call('signing.distrust', { fingerprint })).toEqual([]);
    const { listing } = await app.call<{ listing: string }>('activity.load');
    const { json } = await app.call<{ json: string }>('activity.page', { listing, page: 0 });
    const key = groupedFingerprint(fingerprint);
    expect((JSON.parse(json) as { detail: string }[]).map(({ detail }) => detail)).toEqual([
      `Signatures of “Bo of the audit” are trusted, by the key ${key}.`,
      `Signatures by the key ${key} are trusted no longer.`,
    ]);
  });

  allWereCalled(app, ['signing']);
});
