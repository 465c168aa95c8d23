import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { AppError } from '@core/domain/app-error';
import { CopyButton, type CopyOutcome } from '@renderer/shared/CopyButton';
import { copySentence } from '@renderer/shared/copy-sentence';
import { renderWithApp } from '@test/support/render-app';

const button = (outcome: CopyOutcome) => (
  <CopyButton label="Copy key" what="The key" onCopy={() => Promise.resolve(outcome)} />
);

const said = () => screen.getByRole('status').textContent;

describe('a copy', () => {
  it('says what is true after one that was verified', async () => {
    const { user } = renderWithApp(button({ ok: true, value: { clearsAfterSeconds: 20, verified: true } }));
    await user.click(screen.getByRole('button', { name: 'Copy key' }));
    await waitFor(() =>
      expect(said()).toBe(
        'The key is on the clipboard. Keydesk clears it in 20 s if nothing else was copied.',
      ),
    );
  });

  it('does not claim what it could not check', () => {
    expect(copySentence('The key', { clearsAfterSeconds: null, verified: false })).toBe(
      'The key was handed to the clipboard; this system does not let us check that it arrived.',
    );
  });

  it('says that it failed, and why', async () => {
    const error = new AppError('locked', 'Keydesk is locked.');
    const { user } = renderWithApp(button({ ok: false, error }));
    await user.click(screen.getByRole('button', { name: 'Copy key' }));
    await waitFor(() => expect(said()).toBe('The key was not copied. Keydesk is locked.'));
  });

  it('leaves the focus where it was', async () => {
    const { user } = renderWithApp(button({ ok: true, value: { clearsAfterSeconds: 20, verified: true } }));
    const copy = screen.getByRole('button', { name: 'Copy key' });
    await user.click(copy);
    await waitFor(() => expect(said()).toContain('clipboard'));
    expect(document.activeElement).toBe(copy);
  });
});
