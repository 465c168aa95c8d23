import { beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '@core/domain/app-error';
import { keyAt, STAGING, startedDesk } from '@test/support/key-desk';

type Desk = Awaited<ReturnType<typeof startedDesk>>;

const SECRET = 'secret-of-key-1';

describe('SecretService', () => {
  let at: Desk;
  let handle: string;

  beforeEach(async () => {
    at = await startedDesk();
    at.desk.console.add();
    handle = at.vault.hold({
      secret: SECRET,
      environment: STAGING,
      keyId: 'key-1',
      label: 'Accounting',
      retrievable: true,
    });
  });

  it('shows one secret for as long as the settings say', async () => {
    at.desk.stores.settings.value = { ...at.desk.stores.settings.value, hideAfterSeconds: 12 };
    expect(await at.secrets.show(keyAt('key-1'))).toEqual({ secret: SECRET, hideAfterSeconds: 12 });
    expect(await at.secrets.showHeld(handle)).toEqual({ secret: SECRET, hideAfterSeconds: 12 });
  });

  it('lets only so many cross in a minute, listed or held, and does not even ask for more', async () => {
    for (let count = 0; count < 5; count += 1) {
      await at.secrets.show(keyAt('key-1'));
      await at.secrets.showHeld(handle);
    }
    await expect(at.secrets.show(keyAt('key-1'))).rejects.toMatchObject({ code: 'rate-limited' });
    await expect(at.secrets.showHeld(handle)).rejects.toMatchObject({ code: 'rate-limited' });
    expect(at.desk.console.count('reveal')).toBe(5);
  });

  it('leaves a fingerprint of everything it was shown, and has the log told', async () => {
    await at.secrets.copy(keyAt('key-1'));
    expect(at.desk.stores.fingerprints.entries).toMatchObject([{ key: keyAt('key-1') }]);
    expect(at.desk.log.secrets).toContain(SECRET);
  });

  it('copies without giving the secret out', async () => {
    const report = await at.secrets.copy(keyAt('key-1'));
    expect(at.desk.clipboard.content).toBe(SECRET);
    expect(report).toEqual({ clearsAfterSeconds: 20, verified: true });
    expect(await at.secrets.copyHeld(handle)).toEqual(report);
  });

  it('lets nobody wait for a keychain that does not answer', async () => {
    await at.environments.list('acme');
    at.desk.keychain.read = () => new Promise(() => undefined);
    expect(await at.secrets.show(keyAt('key-1'))).toMatchObject({ secret: SECRET });
    expect(await at.secrets.copy(keyAt('key-1'))).toMatchObject({ verified: true });
    expect(at.desk.stores.fingerprints.entries).toEqual([]);
  });

  it('keeps to itself what was asked for before a lock and arrives during it', async () => {
    const key = keyAt('key-1');
    for (const call of [
      () => at.secrets.show(key),
      () => at.secrets.copy(key),
      () => at.secrets.copyUsage(key, { snippet: 'curl', way: 0, withSecret: true }),
    ]) {
      let arrive = (): void => undefined;
      at.desk.console.answerGate = (asked) =>
        asked === 'reveal' ? new Promise((resolve) => (arrive = resolve)) : null;
      const pending = call();
      await at.desk.clock.pass(0);
      at.vault.close();
      arrive();
      await expect(pending).rejects.toMatchObject({ code: 'locked' });
      expect(at.desk.clipboard.content).toBe('');
      at.vault.open();
    }
  });

  it('copies how to use a key, and its secret only where asked', async () => {
    const choice = { snippet: 'curl', way: 0, withSecret: false } as const;
    expect(await at.secrets.copyUsage(keyAt('key-1'), choice)).toMatchObject({ clearsAfterSeconds: null });
    expect(at.desk.clipboard.content).toContain("'api-key: YOUR_API_KEY'");
    expect(at.desk.clipboard.content).toContain('https://staging.order-desk.acme.example/rest/$catalog');
    expect(at.desk.console.count('reveal')).toBe(0);
    const full = { ...choice, withSecret: true };
    expect(await at.secrets.copyUsage(keyAt('key-1'), full)).toMatchObject({ clearsAfterSeconds: 20 });
    expect(at.desk.clipboard.content).toContain(`'api-key: ${SECRET}'`);
    await at.secrets.copyHeldUsage(handle, { snippet: 'code', way: 1, withSecret: true });
    expect(at.desk.clipboard.content).toContain(`"api-key": "${SECRET}"`);
    const impossible = { snippet: 'code', way: 0, withSecret: false } as const;
    await expect(at.secrets.copyUsage(keyAt('key-1'), impossible)).rejects.toMatchObject({
      code: 'invalid-input',
    });
  });

  it('tries a key as the operator pasted it, without asking for it', async () => {
    at.desk.console.block('reveal', new AppError('forbidden', 'It is never shown again.'));
    expect(await at.secrets.verify(keyAt('key-1'), `  ${SECRET}\n`)).toMatchObject({ verdict: 'accepted' });
    expect(await at.secrets.verify(keyAt('key-1'), 'wrong')).toMatchObject({ verdict: 'refused' });
    expect(at.desk.console.tried).toEqual([SECRET, 'wrong']);
    expect(at.desk.console.count('reveal')).toBe(0);
    expect(at.desk.log.secrets).toContain('wrong');
    expect(at.desk.stores.fingerprints.entries).toEqual([]);
  });

  it('tries a key where it is meant to be used', async () => {
    expect(await at.secrets.verify(keyAt('key-1'))).toMatchObject({ verdict: 'accepted' });
    expect(await at.secrets.verifyHeld(handle)).toMatchObject({ verdict: 'accepted' });
    expect(at.desk.console.tried).toEqual([SECRET, SECRET]);
  });

  it('passes on that a key cannot be revealed', async () => {
    at.desk.console.block('reveal', new AppError('forbidden', 'No.'));
    const key = keyAt('key-1');
    for (const call of [() => at.secrets.show(key), () => at.secrets.copy(key), () => at.secrets.verify(key)])
      await expect(call()).rejects.toMatchObject({ code: 'forbidden' });
    expect(at.desk.clipboard.content).toBe('');
  });

  describe('saving', () => {
    it('writes where the operator chooses, under a name it suggests', async () => {
      expect(await at.secrets.download(handle, 'env')).toEqual({ path: '/home/ada/key.txt' });
      expect(at.desk.dialogs.suggested[0]).toMatch(/^Accounting-.+\.env$/);
      const saved = at.desk.files.saved.get('/home/ada/key.txt');
      expect(saved?.text).toContain(`API_KEY='${SECRET}'`);
      expect(saved?.text).toContain("API_ENDPOINT='https://staging.order-desk.acme.example'");
      expect(saved?.overwrite).toBe(false);
    });

    it('overwrites only what the operator confirmed', async () => {
      at.desk.dialogs.saveAs = { path: '/home/ada/old.txt', overwrite: true };
      await at.secrets.download(handle, 'text');
      expect(at.desk.files.saved.get('/home/ada/old.txt')?.overwrite).toBe(true);
    });

    it('writes nothing when the operator cancels', async () => {
      at.desk.dialogs.saveAs = null;
      expect(await at.secrets.download(handle, 'json')).toBeNull();
      expect(at.desk.files.saved.size).toBe(0);
    });

    it('keeps the secret at hand when the disk is full', async () => {
      at.desk.files.failure = new AppError('storage', 'The disk is full.');
      await expect(at.secrets.download(handle, 'curl')).rejects.toBe(at.desk.files.failure);
      expect(await at.secrets.showHeld(handle)).toMatchObject({ secret: SECRET });
      at.desk.files.failure = null;
      expect(await at.secrets.download(handle, 'curl')).not.toBeNull();
    });

    it('cannot be asked for a handle that is gone', async () => {
      at.vault.release(handle);
      await expect(at.secrets.download(handle, 'text')).rejects.toMatchObject({ code: 'not-found' });
      expect(at.desk.dialogs.suggested).toEqual([]);
    });
  });
});
