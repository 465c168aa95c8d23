import { beforeEach, describe, expect, it } from 'vitest';
import { daysFromNow } from '@test/support/builders';
import { STAGING } from '@test/support/key-desk';
import { aVendorKey } from '@test/support/vendor-records';
import { allWereCalled, CalledApp } from './called-app';

describe('every call about the policy and the calendar', () => {
  const app = new CalledApp();

  beforeEach(() => app.open());

  it('changes what is asked for, and keeps it over a restart', async () => {
    expect(await app.call('policy.read')).toMatchObject({ policy: { maxValidityDays: 365 }, file: null });
    await app.call('policy.change', { maxValidityDays: 90, rules: { unused: false } });
    await app.call('policy.change', { rules: { 'any-host': false } });
    await app.restart();
    const policy = { maxValidityDays: 90, unusedDays: 90, rules: { unused: false, 'any-host': false } };
    expect(await app.call('policy.read')).toEqual({ policy, file: null });
  });

  it('travels as a file, and says from which one it is until it is changed', async () => {
    await app.call('policy.change', { unusedDays: 30 });
    await app.call('policy.saveFile');
    const { desk } = app.at;
    const saved = desk.files.saved.get('/home/ada/key.txt')?.text ?? '';
    expect(desk.dialogs.suggested).toEqual(['keydesk-policy.json']);
    await app.call('policy.change', { unusedDays: 60 });
    expect(await app.call('policy.openFile')).toBeNull();
    desk.dialogs.opens = '/home/ada/team policy.json';
    app.at.files.set(desk.dialogs.opens, saved);
    expect(await app.call('policy.openFile')).toMatchObject({
      policy: { unusedDays: 30 },
      file: { name: 'team policy.json', usedAt: daysFromNow(0) },
    });
    app.at.files.set(desk.dialogs.opens, 'something else');
    await expect(app.call('policy.openFile')).rejects.toMatchObject({ code: 'invalid-input' });
    expect(await app.call('policy.read')).toMatchObject({ policy: { unusedDays: 30 } });
    expect(await app.call('policy.change', { unusedDays: 31 })).toMatchObject({ file: null });
  });

  it('writes a calendar with a stable name for each key', async () => {
    const key = { identity: 'k', name: 'n', place: 'p', expiresAt: daysFromNow(3), renewable: true };
    const { desk } = app.at;
    const uids = async (): Promise<unknown> => {
      await app.call('expiry.saveIcs', { keys: [key, { ...key, identity: 'l' }], leadDays: 14 });
      return desk.files.saved.get('/home/ada/key.txt')?.text.match(/^UID:.*$/gm);
    };
    const first = await uids();
    expect(new Set(first as string[]).size).toBe(2);
    expect(await uids()).toEqual(first);
    desk.dialogs.saveAs = null;
    expect(await app.call('expiry.saveIcs', { keys: [key], leadDays: 0 })).toBeNull();
  });

  it('tells of a key that expires soon after it was listed', async () => {
    app.at.desk.console.add(aVendorKey({ id: 'key-9', name: 'Ending', expiresAt: daysFromNow(3) }));
    await app.call('keys.load', { environment: STAGING });
    await app.at.settled(() => app.at.notified.length > 0);
    expect(app.at.notified).toEqual([
      { title: '1 key expires within 14 days', body: 'Ending (staging): 7 Mar 2026' },
    ]);
  });

  allWereCalled(app, ['policy', 'expiry']);
});
