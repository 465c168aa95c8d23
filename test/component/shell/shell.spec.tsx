import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { AppError } from '@core/domain/app-error';
import { vendorInfo } from '@core/domain/vendor';
import { ErrorBoundary } from '@renderer/shell/ErrorBoundary';
import { keychainSentence } from '@renderer/shell/keychain-text';
import { LockScreen } from '@renderer/shell/LockScreen';
import { operationSentence, operationsSummary, operationTitle } from '@renderer/shell/operation-text';
import { Shell } from '@renderer/shell/Shell';
import { accessibilityProblems } from '@test/support/axe';
import { aConsole, anOperation, aStatus } from '@test/support/builders';
import { fakeClient, type Stubs } from '@test/support/fake-client';
import { reads, type World } from '@test/support/reads';
import { renderWithApp } from '@test/support/render-app';

const screens = [
  { id: 'keys', label: 'Keys', icon: '', content: <p>the keys</p> },
  { id: 'settings', label: 'Settings', icon: '', content: <p>the settings</p> },
];

const show = (world: World = {}, more: Stubs = {}, onSelect: (id: string) => void = () => undefined) =>
  renderWithApp(
    <Shell screens={screens} current="keys" onSelect={onSelect} />,
    fakeClient(reads(world), more),
  );

describe('the shell', () => {
  it('shows the screen, and the way to the others', async () => {
    const select = vi.fn();
    const { user } = show({}, {}, select);
    expect(screen.getByText('the keys')).toBeDefined();
    expect(screen.getByRole('button', { name: 'Keys' }).getAttribute('aria-current')).toBe('page');
    await user.click(screen.getByRole('button', { name: 'Settings' }));
    expect(select).toHaveBeenCalledExactlyOnceWith('settings');
    expect(await accessibilityProblems()).toEqual([]);
  });

  it('locks on request', async () => {
    const { user, client } = show({}, { app: { lock: async () => ({ done: true }) } });
    await user.click(screen.getByRole('button', { name: 'Lock' }));
    expect(client.inputs('app.lock')).toHaveLength(1);
  });

  it('reports input, but not every bit of it', () => {
    const { client } = show();
    for (let count = 0; count < 20; count += 1) fireEvent.keyDown(document.body, { key: 'a' });
    expect(client.inputs('app.active')).toHaveLength(1);
  });

  it('lets go of everything it listens to', () => {
    const { client, unmount } = show();
    expect(client.listeners()).toBeGreaterThan(0);
    unmount();
    expect(client.listeners()).toBe(0);
  });
});

describe('the keychain banner', () => {
  it.each(['locked', 'unavailable', 'unresponsive'] as const)('has its own sentence when %s', (keychain) => {
    const others = (['locked', 'unavailable', 'unresponsive'] as const).filter((state) => state !== keychain);
    const sentence = keychainSentence({ keychain, sessionOnly: false });
    expect(sentence).toMatch(/^[A-Z].*\.$/);
    for (const other of others)
      expect(keychainSentence({ keychain: other, sessionOnly: false })).not.toBe(sentence);
  });

  it('says nothing while all is well or nobody asked', () => {
    expect(keychainSentence({ keychain: 'ok', sessionOnly: false })).toBeNull();
    expect(keychainSentence({ keychain: null, sessionOnly: true })).toBeNull();
  });

  it('asks the keychain again and goes away', async () => {
    const { user, client } = show(
      { status: aStatus({ keychain: 'locked', sessionOnly: true }) },
      { app: { retryKeychain: async () => aStatus() } },
    );
    expect(await screen.findByText(/is locked.*in memory/)).toBeDefined();
    client.stub({ app: { status: async () => aStatus() } });
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(screen.queryByText(/is locked/)).toBeNull());
  });

  it('follows what main reports on its own', async () => {
    const { client } = show();
    await waitFor(() => expect(client.inputs('app.status').length).toBeGreaterThan(0));
    act(() => client.emit('statusChanged', aStatus({ keychain: 'unresponsive' })));
    expect(await screen.findByText(/does not answer/)).toBeDefined();
  });
});

describe('changes being checked', () => {
  const lost = anOperation();
  const gone = anOperation({ id: '6f2d3c1e-8f4b-4e53-9f0a-2f6a0e3f7a12', kind: 'stop', state: 'confirmed' });

  it('are counted in a banner and listed with what is known', async () => {
    const { user } = show({ operations: [lost, gone] });
    expect(await screen.findByText('1 change is still being checked.')).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Show changes' }));
    const dialog = screen.getByRole('dialog', { name: 'Changes being checked' });
    expect(dialog.textContent).toContain('Create key “Accounting”');
    expect(dialog.textContent).toContain('It may or may not have happened.');
    expect(dialog.textContent).toContain('Delete key “Accounting”');
    expect(dialog.textContent).toContain('It happened: the key is gone from the console.');
    // What can be known there, of the one that is not settled only.
    expect(dialog.textContent.split(vendorInfo('qodly').reconcile)).toHaveLength(2);
    expect(await accessibilityProblems()).toEqual([]);
  });

  it('are looked at again on request, and re-read', async () => {
    const { user, client } = show(
      { operations: [lost] },
      { operations: { recheck: async () => ({ ...lost, state: 'confirmed' }) } },
    );
    await user.click(await screen.findByRole('button', { name: 'Show changes' }));
    client.stub({ operations: { list: async () => [{ ...lost, state: 'confirmed' }] } });
    await user.click(screen.getByRole('button', { name: 'Check again' }));
    expect(await screen.findByText(/It happened: Keydesk found it on the console./)).toBeDefined();
    expect(client.inputs('operations.recheck')).toEqual([{ operationId: lost.id }]);
  });

  it('say why looking again failed', async () => {
    const error = new AppError('offline', 'No way there.');
    const { user } = show({ operations: [lost] }, { operations: { recheck: () => Promise.reject(error) } });
    await user.click(await screen.findByRole('button', { name: 'Show changes' }));
    await user.click(screen.getByRole('button', { name: 'Check again' }));
    expect((await screen.findByRole('alert')).textContent).toContain('No way there.');
  });

  it('are taken off the list once settled, and only then', async () => {
    const { user, client } = show(
      { operations: [lost, gone] },
      { operations: { dismiss: async () => ({ done: true }) } },
    );
    await user.click(await screen.findByRole('button', { name: 'Show changes' }));
    expect(screen.getAllByRole('button', { name: 'Dismiss' })).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(client.inputs('operations.dismiss')).toEqual([{ operationId: gone.id }]);
  });

  it('re-read the keys they are about when main settles them', async () => {
    const { client } = show({ operations: [lost] });
    await screen.findByText('1 change is still being checked.');
    client.stub({ operations: { list: async () => [] } });
    act(() => client.emit('operationsChanged', {}));
    await waitFor(() => expect(screen.queryByText('1 change is still being checked.')).toBeNull());
  });

  it('are told in the words of the vendor, and by kind', () => {
    expect(operationTitle(gone, aConsole())).toBe('Delete key “Accounting”');
    expect(operationTitle(gone, undefined)).toBe('Revoke key “Accounting”');
    expect(operationSentence({ kind: 'stop', state: 'absent' }, false)).toContain('The key is still there.');
    expect(operationSentence({ kind: 'issue', state: 'absent' }, false)).toContain('no such key');
    expect(operationSentence({ kind: 'deploy', state: 'absent' }, false)).toContain(
      'Nobody can tell how it ended',
    );
    expect(operationTitle(anOperation({ kind: 'deploy', label: 'Development' }), undefined)).toBe(
      'Deploy to “Development”',
    );
    expect(operationSentence({ kind: 'issue', state: 'confirmed' }, true)).toContain('nobody has its secret');
    expect(operationSentence({ kind: 'issue', state: 'confirmed', secret: 'taken' }, true)).toContain(
      'It happened',
    );
    expect(operationsSummary([])).toBeNull();
    expect(operationsSummary([gone])).toBe('1 change that was unclear is settled.');
    expect(operationsSummary([lost, lost, gone])).toBe('2 changes are still being checked.');
  });
});

describe('the lock screen', () => {
  it('says that it asks nobody who they are, and unlocks on a click', async () => {
    const { user, client } = renderWithApp(
      <LockScreen />,
      fakeClient(reads(), { app: { unlock: async () => ({ done: true }) } }),
    );
    expect(screen.getByText(/does not ask who you are/)).toBeDefined();
    const unlock = screen.getByRole('button', { name: 'Unlock' });
    expect(document.activeElement).toBe(unlock);
    await user.click(unlock);
    expect(client.inputs('app.unlock')).toHaveLength(1);
    expect(await accessibilityProblems()).toEqual([]);
  });
});

describe('a screen that breaks', () => {
  it('is replaced by a way back', async () => {
    const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const broken = { now: true };
    const Fragile = () => {
      if (broken.now) throw new Error('broken');
      return <p>whole again</p>;
    };
    const { user } = renderWithApp(
      <ErrorBoundary>
        <Fragile />
      </ErrorBoundary>,
    );
    expect(screen.getByRole('alert').textContent).toContain('This screen broke');
    broken.now = false;
    await user.click(screen.getByRole('button', { name: 'Open it again' }));
    expect(screen.getByText('whole again')).toBeDefined();
    quiet.mockRestore();
  });
});
