import { screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { APP_ERROR_CODES, AppError } from '@core/domain/app-error';
import { adviceFor, errorFacts, isWorthRepeating } from '@renderer/shared/error-text';
import { ErrorNotice } from '@renderer/shared/ErrorNotice';
import { renderWithApp } from '@test/support/render-app';

describe('advice', () => {
  it.each(APP_ERROR_CODES)('is a sentence, or left out on purpose, for %s', (code) => {
    const advice = adviceFor({ code });
    if (advice === null) expect(['invalid-input', 'cancelled']).toContain(code);
    else expect(advice).toMatch(/^[A-Z].*\.$/);
  });

  it('names every small fact', () => {
    const facts = {
      status: 503,
      system: 'ECONNRESET',
      place: 'https://a.example',
      requestId: 'r1',
      incident: '7F3A',
    };
    expect(errorFacts({ facts })).toBe(
      'HTTP 503 · ECONNRESET · https://a.example · request r1 · incident 7F3A',
    );
    expect(errorFacts({ facts: {} })).toBe('');
  });

  it('does not offer to repeat what cannot succeed', () => {
    expect(isWorthRepeating({ code: 'redirected' })).toBe(false);
    expect(isWorthRepeating({ code: 'offline' })).toBe(true);
  });
});

describe('ErrorNotice', () => {
  it('says what happened, what to do, and tries again', async () => {
    const retry = vi.fn();
    const error = new AppError('offline', 'The console cannot be reached.', { system: 'ECONNREFUSED' });
    const { user } = renderWithApp(<ErrorNotice title="No keys" error={error} onRetry={retry} />);
    const alert = screen.getByRole('alert');
    expect(alert.textContent).toContain('No keys');
    expect(alert.textContent).toContain('The console cannot be reached.');
    expect(alert.textContent).toContain('Check the address, the network and the VPN.');
    expect(alert.textContent).toContain('ECONNREFUSED');
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(retry).toHaveBeenCalledOnce();
  });

  it('offers no second attempt where none can help', () => {
    const error = new AppError('redirected', 'The console points elsewhere.', { place: 'https://b.example' });
    renderWithApp(<ErrorNotice error={error} onRetry={() => undefined} />);
    expect(screen.queryByRole('button')).toBeNull();
  });
});
