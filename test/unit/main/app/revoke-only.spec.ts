import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contract } from '@core/contract/contract';
import { AppError } from '@core/domain/app-error';
import { guarded } from '@main/ipc/revoke-only';
import { REVOKE_ONLY } from '@main/ipc/revoke-only-rules';
import { RevokeOnlyMode } from '@main/services/revoke-only';
import { DEFAULT_SETTINGS } from '@core/domain/settings';
import { keyAt, STAGING } from '@test/support/key-desk';
import { aVendorKey } from '@test/support/vendor-records';
import { CalledApp, consoleDraft, draft, id } from './called-app';

const REFUSED = {
  code: 'forbidden',
  message:
    'Keydesk is in revoke-only mode: keys can be found, verified and stopped, but not shown, created or changed.',
};

const namesIn = (groups: object): string[] =>
  Object.entries(groups).flatMap(([group, calls]) =>
    Object.keys(calls as object).map((name) => `${group}.${name}`),
  );

describe('every call of the contract', () => {
  it('takes a side', () => {
    expect(namesIn(REVOKE_ONLY).sort()).toEqual(namesIn(contract.calls).sort());
  });

  it('and these alone are always refused', () => {
    const always = namesIn(REVOKE_ONLY).filter((name) => {
      const [group = '', own = ''] = name.split('.');
      return (REVOKE_ONLY as Record<string, Record<string, unknown>>)[group]?.[own] === 'refused';
    });
    expect(always).toEqual([
      'consoles.test',
      'consoles.add',
      'consoles.change',
      'consoles.remove',
      'consoles.setRoutes',
      'consoles.chooseCertificate',
      'keys.issue',
      'keys.show',
      'keys.copy',
      'secrets.show',
      'secrets.copy',
      'secrets.download',
      'protections.change',
      'incidents.replace',
      'incidents.startDrill',
      'replacements.issue',
    ]);
  });

  it('is refused where nobody gave it a side', async () => {
    const on = new RevokeOnlyMode(true, { read: async () => DEFAULT_SETTINGS });
    const reached: string[] = [];
    const handlers = { keys: { steal: () => void reached.push('keys.steal') } };
    const { keys } = guarded(handlers as never, on) as {
      keys: { steal?: (input: object) => Promise<unknown> };
    };
    await expect(keys.steal?.({})).rejects.toMatchObject(REFUSED);
    expect(reached).toEqual([]);
  });
});

describe('the mode', () => {
  const settings = { revokeOnly: false };
  const read = async () => ({ ...DEFAULT_SETTINGS, ...settings });
  afterEach(() => void (settings.revokeOnly = false));

  it('follows the setting', async () => {
    const mode = new RevokeOnlyMode(false, { read });
    expect(await mode.state()).toBe('off');
    await mode.refuse();
    settings.revokeOnly = true;
    expect(await mode.state()).toBe('setting');
    expect(mode.last).toBe('setting');
  });

  it('of the switch is on whatever the setting says', async () => {
    const mode = new RevokeOnlyMode(true, { read });
    expect(mode.last).toBe('switch');
    await expect(mode.refuse()).rejects.toMatchObject(REFUSED);
  });

  it('is not off because the settings cannot be read', async () => {
    const failing = async (): Promise<never> => {
      throw new AppError('storage', 'The disk fails.');
    };
    await expect(new RevokeOnlyMode(false, { read: failing }).refuse()).rejects.toMatchObject({
      code: 'storage',
    });
  });
});

describe('with the setting on', () => {
  const app = new CalledApp();
  const stop = {
    act: { kind: 'stop' },
    targets: [1, 2].map((n) => ({ operationId: id(n), key: keyAt(`key-${n}`) })),
  };

  beforeEach(async () => {
    await app.open();
    app.at.desk.console.add(aVendorKey({ id: 'key-2' }));
    await app.call('keys.load', { environment: STAGING });
    await app.call('settings.change', { revokeOnly: true });
  });

  it.each([
    ['keys.show', { key: keyAt('key-1') }],
    ['keys.copy', { key: keyAt('key-1') }],
    ['keys.copyUsage', { key: keyAt('key-1'), snippet: 'curl', way: 0, withSecret: true }],
    ['keys.issue', { operationId: id(1), environment: STAGING, draft }],
    ['keys.edit', { operationId: id(1), key: keyAt('key-1'), label: 'x', changes: { name: 'x' } }],
    ['keys.edit', { operationId: id(1), key: keyAt('key-1'), label: 'x', changes: { active: true } }],
    [
      'keys.edit',
      { operationId: id(1), key: keyAt('key-1'), label: 'x', changes: { active: false, role: 'Admin' } },
    ],
    ['consoles.add', { draft: consoleDraft, insist: true }],
    ['consoles.change', { consoleId: 'acme', draft: consoleDraft, insist: true }],
    ['environments.adjust', { environment: STAGING, endpoint: 'https://elsewhere.example' }],
    ['bulk.confirm', { ...stop, act: { kind: 'enable' } }],
    ['bulk.confirm', { ...stop, act: { kind: 'extend', expiresAt: draft.expiresAt } }],
  ])('%s is refused, and nothing reaches the console', async (name, input) => {
    const before = app.at.desk.console.calls.length;
    await expect(app.call(name, input)).rejects.toMatchObject(REFUSED);
    expect(app.at.desk.console.calls).toHaveLength(before);
  });

  it('keys are stopped, one and many, and the rest of the desk works', async () => {
    expect(await app.call('app.status')).toMatchObject({ revokeOnly: 'setting' });
    expect(await app.call('keys.stop', { operationId: id(9), key: keyAt('key-1') })).toMatchObject({
      state: 'confirmed',
    });
    expect(await app.call('environments.adjust', { environment: STAGING, production: true })).toEqual({
      done: true,
    });
    const { token } = await app.call<{ token: string }>('bulk.confirm', {
      ...stop,
      targets: stop.targets.slice(1),
    });
    await app.call('bulk.start', { token, typed: 'DELETE' });
    while ((await app.call('bulk.report', { bulkId: token }))['state'] === 'running')
      await app.at.desk.clock.pass(100);
    expect(app.at.desk.console.stopped).toEqual(['key-1', 'key-2']);
  });

  it('the window hears of it, and it can be turned off again', async () => {
    expect(await app.call('settings.change', { revokeOnly: false })).toMatchObject({ revokeOnly: false });
    expect(await app.call('app.status')).toMatchObject({ revokeOnly: 'off' });
    expect(app.at.count('statusChanged')).toBeGreaterThanOrEqual(2);
    expect(await app.call('keys.show', { key: keyAt('key-1') })).toMatchObject({ secret: 'secret-of-key-1' });
  });
});
