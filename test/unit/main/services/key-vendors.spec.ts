import { describe, expect, it } from 'vitest';
import type { KeyDraft } from '@core/domain/key-draft';
import { nodeCrypto } from '@main/node-crypto';
import { keyAt, STAGING } from '@test/support/key-desk';
import { aPlace, aVendorKey } from '@test/support/vendor-records';
import { deskOf, DRAFTS, id } from './vendor-desk';

describe('the secret of a new key', () => {
  it('that was typed goes to the console, and neither it nor its hash into the journal', async () => {
    const at = await deskOf('mia');
    const outcome = await at.issue();
    expect(at.desk.console.secretOf('new-1')).toBe('swordfish-1');
    const { text } = at.desk.stores.operations;
    expect(text).not.toContain('swordfish-1');
    expect(text).not.toContain(nodeCrypto.sha256('swordfish-1'));
    // The hash of the whole form would let anybody guess the secret that is in it.
    const hashed = (payload: object) => at.journal.hash(payload);
    expect(text).not.toContain(hashed({ ...DRAFTS.mia }));
    expect(text).not.toContain(hashed({ ...DRAFTS.mia, secret: 'swordfish-1' }));
    expect(text).toContain(hashed({ name: 'web', active: true }));
    expect(JSON.stringify(outcome)).not.toContain('swordfish-1');
    expect(at.desk.log.secrets).toContain('swordfish-1');
  });

  it('that Keydesk made up never leaves main, and is another one each time', async () => {
    const at = await deskOf('mia');
    const outcomes = [await at.issue({ secret: 'generate' }), await at.issue({ secret: 'generate' }, 2)];
    const secrets = ['new-1', 'new-2'].map((key) => at.desk.console.secretOf(key) ?? '');
    expect(new Set(secrets).size).toBe(2);
    for (const secret of secrets) {
      expect(secret).toMatch(/^[A-Za-z0-9_-]{43}$/);
      expect(JSON.stringify(outcomes)).not.toContain(secret);
      expect(at.desk.stores.operations.text).not.toContain(secret);
      expect(at.desk.log.secrets).toContain(secret);
    }
    const [first] = outcomes;
    if (first?.state !== 'confirmed' || first.handle === null) throw new Error('No handle.');
    expect(at.vault.get(first.handle)).toMatchObject({ secret: secrets[0], retrievable: true });
  });

  it('that is shown once is not let go of by a lock', async () => {
    const at = await deskOf('cloudmc');
    await at.issue();
    at.vault.close();
    expect(at.vault.waiting()).toMatchObject([{ key: keyAt('new-1'), label: 'ci' }]);
  });
});

describe('a form', () => {
  it.each<[keyof typeof DRAFTS, Partial<KeyDraft>, string]>([
    ['mia', { secret: undefined }, 'secret'],
    ['mia', { name: 'web app' }, 'name'],
    ['mia', { role: 'Admin' }, 'role'],
    ['cloudmc', { secret: 'generate' }, 'secret'],
    ['cloudmc', { expiresAt: 'never' }, 'expiresAt'],
    ['qwilt', { role: undefined }, 'role'],
    ['qwilt', { role: 'Owner' }, 'role'],
    ['qwilt', { validDays: undefined }, 'validDays'],
    ['qwilt', { validDays: 366 }, 'validDays'],
  ])('of %s is refused in main before anything is sent: %j', async (vendor, draft, field) => {
    const at = await deskOf(vendor);
    await expect(at.issue(draft)).rejects.toMatchObject({ code: 'invalid-input', facts: { field } });
    expect(at.desk.console.count('issue')).toBe(0);
    expect(at.desk.stores.operations.entries).toEqual([]);
  });

  it('changes nothing that cannot be changed', async () => {
    const at = await deskOf('cloudmc');
    at.desk.console.add();
    const edit = (changes: object) =>
      at.keys.edit({ operationId: id(1), key: keyAt('key-1'), label: 'ci', changes });
    await expect(edit({ role: 'Admin' })).rejects.toMatchObject({ facts: { field: 'role' } });
    expect(await at.desk.clock.until(edit({ name: 'books' }))).toMatchObject({ state: 'confirmed' });
    const qwilt = await deskOf('qwilt');
    qwilt.desk.console.add();
    const request = { operationId: id(1), key: keyAt('key-1'), label: 'ci', changes: { name: 'books' } };
    await expect(qwilt.keys.edit(request)).rejects.toMatchObject({ facts: { field: 'name' } });
    expect(qwilt.desk.console.count('edit')).toBe(0);
  });
});

describe('where nothing can be changed', () => {
  it('every change is refused before anything is sent, with the reason', async () => {
    const at = await deskOf('cloudmc');
    const readOnly = 'This console offers no route to change keys.';
    at.desk.console.add();
    at.desk.console.places = [aPlace({ variant: 'credential', readOnly })];
    await at.listings.load(STAGING);
    const target = { operationId: id(2), key: keyAt('key-1') };
    const refused = { code: 'forbidden', message: readOnly };
    await expect(at.issue()).rejects.toMatchObject(refused);
    await expect(at.keys.edit({ ...target, label: 'ci', changes: { name: 'x' } })).rejects.toMatchObject(
      refused,
    );
    await expect(at.keys.stop({ ...target, typed: 'REVOKE' })).rejects.toMatchObject(refused);
    const bulk = { act: { kind: 'stop' }, targets: [target] } as const;
    await expect(at.bulk.confirm(bulk)).rejects.toMatchObject(refused);
    const place = await at.environments.place(STAGING);
    await expect(at.keys.sendStop(place, { ...target, label: 'ci' })).rejects.toMatchObject(refused);
    for (const call of ['issue', 'edit', 'stop'] as const) expect(at.desk.console.count(call)).toBe(0);
    expect(at.desk.stores.operations.entries).toEqual([]);
  });
});

describe('the key that Keydesk signs in with', () => {
  it.each(['yes', 'perhaps'] as const)(
    'is stopped only where that is confirmed on its own: %s',
    async (signsIn) => {
      const at = await deskOf('cloudmc');
      at.desk.console.add(aVendorKey({ signsIn }));
      const request = { operationId: id(1), key: keyAt('key-1') };
      await expect(at.keys.stop(request)).rejects.toMatchObject({ facts: { field: 'evenOwn' } });
      expect(at.desk.console.count('stop')).toBe(0);
      expect(await at.desk.clock.until(at.keys.stop({ ...request, evenOwn: true }))).toMatchObject({
        state: 'confirmed',
      });
    },
  );

  it('is never stopped among others, and one that may be it only knowingly', async () => {
    const at = await deskOf('cloudmc');
    at.desk.console.add(aVendorKey({ id: 'key-1', name: 'Keydesk', signsIn: 'yes' }));
    at.desk.console.add(aVendorKey({ id: 'key-2', signsIn: 'perhaps' }));
    await at.listings.load(STAGING);
    const confirm = (evenOwn: boolean, ...keys: number[]) => {
      const targets = keys.map((index) => ({ operationId: id(index), key: keyAt(`key-${index}`) }));
      return at.bulk.confirm({ act: { kind: 'stop' }, targets, evenOwn });
    };
    await expect(confirm(true, 1, 2)).rejects.toMatchObject({
      message: expect.stringContaining('“Keydesk”') as string,
    });
    await expect(confirm(false, 2)).rejects.toMatchObject({ facts: { field: 'evenOwn' } });
    expect(await confirm(true, 2)).toMatchObject({ token: expect.any(String) as string });
  });
});
