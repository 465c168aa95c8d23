import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, Settings, SettingsChange } from '@core/domain/settings';

describe('Settings', () => {
  it('start with the promised delays', () => {
    expect(DEFAULT_SETTINGS).toEqual({
      theme: 'system',
      hideAfterSeconds: 30,
      clearClipboardSeconds: 20,
      idleLockMinutes: 5,
      proxyUrl: '',
      revokeOnly: false,
      expiryLeadDays: 14,
      hiddenColumns: [],
    });
  });

  it('load from a file that knows fewer of them', () => {
    expect(Settings.parse({ theme: 'dark' })).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark' });
  });

  it.each([
    { hideAfterSeconds: 4 },
    { hideAfterSeconds: 301 },
    { clearClipboardSeconds: 121 },
    { idleLockMinutes: -1 },
    { idleLockMinutes: 2.5 },
    { theme: 'pink' },
    { unknown: true },
  ])('refuse %j', (change) => {
    expect(SettingsChange.safeParse(change).success).toBe(false);
  });

  it('are not reset by a change that leaves them out', () => {
    expect(SettingsChange.parse({ theme: 'light' })).toEqual({ theme: 'light' });
  });
});
