import { beforeEach, describe, expect, it } from 'vitest';
import { AppStatus } from '@core/contract/messages';
import { ConsoleCredentials } from '@main/services/console-credentials';
import { StatusService } from '@main/services/status-service';
import { MemorySecretStore } from '@test/support/memory-secret-store';

const facts = { version: '0.1.0', electron: '45.4.1', platform: 'linux', trainingFolder: '/training' };

describe('StatusService', () => {
  let keychain: MemorySecretStore;
  let credentials: ConsoleCredentials;
  let changes: number;
  let status: StatusService;

  beforeEach(() => {
    keychain = new MemorySecretStore();
    credentials = new ConsoleCredentials(keychain, () => undefined);
    changes = 0;
    status = new StatusService({
      facts,
      keychain,
      credentials,
      locked: () => true,
      revokeOnly: () => 'setting',
      changed: () => (changes += 1),
    });
  });

  it('says what is known without asking the keychain', () => {
    keychain.probe = () => Promise.reject(new Error('asked'));
    expect(status.read()).toEqual({
      ...facts,
      keychain: null,
      sessionOnly: false,
      locked: true,
      revokeOnly: 'setting',
    });
    expect(AppStatus.safeParse(status.read()).success).toBe(true);
  });

  it('asks it once and tells the window', async () => {
    keychain.state = 'locked';
    await status.probeKeychain();
    expect(status.read().keychain).toBe('locked');
    expect(changes).toBe(1);
  });

  it('keeps what was in memory only as soon as the keychain is open', async () => {
    keychain.state = 'locked';
    await credentials.write('acme', { method: 'token', fields: { token: 'abcdefgh' } });
    expect(status.read().sessionOnly).toBe(true);
    expect(await status.retryKeychain()).toMatchObject({ keychain: 'ok', sessionOnly: false });
    expect(await keychain.read('console/acme')).toMatchObject({ state: 'ok' });
  });

  it('keeps it in memory while the keychain stays closed', async () => {
    keychain.state = 'unresponsive';
    keychain.afterUnlock = 'unresponsive';
    await credentials.write('acme', { method: 'token', fields: { token: 'abcdefgh' } });
    expect(await status.retryKeychain()).toMatchObject({ keychain: 'unresponsive', sessionOnly: true });
  });
});
