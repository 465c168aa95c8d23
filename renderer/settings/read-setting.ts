import type { SettingsChange } from '@core/domain/settings';
import type { ReadSetting } from '@renderer/settings/use-setting';

/** The settings that are whole numbers. */
export type NumberSetting = 'hideAfterSeconds' | 'clearClipboardSeconds' | 'idleLockMinutes';

/** Bounds of the number settings, as the domain has them, with their unit. */
export const NUMBER_BOUNDS: Record<
  NumberSetting,
  { readonly min: number; readonly max: number; readonly unit: string }
> = {
  hideAfterSeconds: { min: 5, max: 300, unit: 'seconds' },
  clearClipboardSeconds: { min: 5, max: 120, unit: 'seconds' },
  idleLockMinutes: { min: 0, max: 240, unit: 'minutes' },
};

/** Reads a number within the bounds of its setting. */
export function readNumber(name: NumberSetting): ReadSetting {
  const { min, max, unit } = NUMBER_BOUNDS[name];
  return (typed) => {
    const value = Number(typed);
    if (!/^\d+$/.test(typed) || value < min || value > max)
      return `A whole number from ${min} to ${max} ${unit}.`;
    const change: SettingsChange = { [name]: value };
    return change;
  };
}

/** Reads the address of a proxy; empty means a direct connection. */
export const readProxy: ReadSetting = (typed) => {
  if (typed === '') return { proxyUrl: '' };
  const url = URL.canParse(typed) ? new URL(typed) : null;
  if (url === null || url.protocol !== 'http:' || url.hostname === '') {
    return 'A proxy looks like http://proxy.example.com:8080.';
  }
  if (url.username !== '' || url.password !== '') {
    return 'Leave user name and password out: this setting is kept in a plain file.';
  }
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '')
    return 'A proxy has no path after its port.';
  return { proxyUrl: url.origin };
};
